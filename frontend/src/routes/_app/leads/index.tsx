import { createFileRoute } from "@tanstack/react-router";
import { NoLeadChosen } from "@/leads/lead-detail";

export const Route = createFileRoute("/_app/leads/")({ component: NoLeadChosen });
