import { createFileRoute } from "@tanstack/react-router";
import { NumbersPage } from "@/numbers/numbers-page";

export const Route = createFileRoute("/_app/numbers/")({ component: NumbersPage });
