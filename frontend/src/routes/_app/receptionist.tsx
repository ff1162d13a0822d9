import { createFileRoute } from "@tanstack/react-router";
import { ReceptionistPage } from "@/receptionist/receptionist-page";

export const Route = createFileRoute("/_app/receptionist")({ component: ReceptionistPage });
