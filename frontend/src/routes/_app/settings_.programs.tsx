import { createFileRoute } from "@tanstack/react-router";
import { ProgramsPage } from "@/programs/programs-page";

export const Route = createFileRoute("/_app/settings_/programs")({ component: ProgramsPage });
