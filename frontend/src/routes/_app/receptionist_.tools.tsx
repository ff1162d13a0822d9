import { createFileRoute } from "@tanstack/react-router";
import { ToolsPage } from "@/tools/tools-page";

export const Route = createFileRoute("/_app/receptionist_/tools")({ component: ToolsPage });
