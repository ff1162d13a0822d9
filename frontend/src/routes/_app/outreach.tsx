import { createFileRoute } from "@tanstack/react-router";
import { OutreachPage } from "@/outreach/outreach-page";

export const Route = createFileRoute("/_app/outreach")({ component: OutreachPage });
