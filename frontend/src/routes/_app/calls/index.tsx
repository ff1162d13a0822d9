import { createFileRoute } from "@tanstack/react-router";
import { NoCallChosen } from "@/calls/no-call-chosen";

export const Route = createFileRoute("/_app/calls/")({ component: NoCallChosen });
