import { createFileRoute } from "@tanstack/react-router";
import { ResetPage } from "@/auth/reset-page";

export const Route = createFileRoute("/reset")({ component: ResetPage });
