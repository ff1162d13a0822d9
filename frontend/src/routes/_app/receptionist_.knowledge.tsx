import { createFileRoute } from "@tanstack/react-router";
import { KnowledgePage } from "@/knowledge/knowledge-page";

export const Route = createFileRoute("/_app/receptionist_/knowledge")({ component: KnowledgePage });
