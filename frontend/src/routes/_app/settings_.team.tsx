import { createFileRoute } from "@tanstack/react-router";
import { TeamPage } from "@/team/team-page";

export const Route = createFileRoute("/_app/settings_/team")({ component: TeamPage });
