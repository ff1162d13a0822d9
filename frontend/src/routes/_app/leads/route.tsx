import { createFileRoute, useChildMatches } from "@tanstack/react-router";
import { LeadsPage } from "@/leads/leads-page";
import { LEAD_STATUSES, type LeadFilter } from "@/leads/queries";

export const Route = createFileRoute("/_app/leads")({
  validateSearch: (search: Record<string, unknown>): LeadFilter => {
    const status = LEAD_STATUSES.find((known) => known === search.status);
    return {
      ...(status !== undefined && { status }),
      ...(typeof search.q === "string" && search.q !== "" && { q: search.q }),
    };
  },
  component: LeadsRoute,
});

function LeadsRoute() {
  const chosen = useChildMatches({
    select: (matches) =>
      matches
        .map(({ params }) => ("leadId" in params ? params.leadId : undefined))
        .find((id) => id !== undefined),
  });
  return <LeadsPage filter={Route.useSearch()} chosen={chosen} />;
}
