import { createFileRoute } from "@tanstack/react-router";
import CallList from "@/calls/call-list";
import { NoCallChosen } from "@/calls/no-call-chosen";
import { useWide } from "@/ui/wide";

export const Route = createFileRoute("/_app/calls/")({ component: CallsRoute });

function CallsRoute() {
  const filter = Route.useSearch();
  return useWide() ? <NoCallChosen /> : <CallList filter={filter} chosen={undefined} />;
}
