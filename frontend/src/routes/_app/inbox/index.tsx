import { createFileRoute } from "@tanstack/react-router";
import { NoMessageChosen } from "@/messages/message-detail";

export const Route = createFileRoute("/_app/inbox/")({ component: NoMessageChosen });
