import { createFileRoute, useChildMatches } from "@tanstack/react-router";
import { CallsPage } from "@/calls/calls-page";
import { callFilter } from "@/calls/filter";

export const Route = createFileRoute("/_app/calls")({
  validateSearch: callFilter,
  component: CallsRoute,
});

function CallsRoute() {
  const chosen = useChildMatches({
    select: (matches) =>
      matches
        .map(({ params }) => ("callId" in params ? params.callId : undefined))
        .find((id) => id !== undefined),
  });
  return <CallsPage filter={Route.useSearch()} chosen={chosen} />;
}
