import { createFileRoute } from "@tanstack/react-router";
import { CalendarsPage } from "@/calendars/calendars-page";

export const Route = createFileRoute("/_app/settings_/calendars")({ component: CalendarsPage });
