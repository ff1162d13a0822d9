import { createFileRoute } from "@tanstack/react-router";
import { LogInsPage } from "@/log-ins/log-ins-page";

export const Route = createFileRoute("/_app/settings_/log-ins")({ component: LogInsPage });
