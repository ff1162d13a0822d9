import { createFileRoute } from "@tanstack/react-router";
import { LivePage } from "@/live/live-page";

export const Route = createFileRoute("/_app/live")({ component: LivePage });
