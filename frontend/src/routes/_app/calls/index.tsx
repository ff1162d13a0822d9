import { createFileRoute } from "@tanstack/react-router";
import { CallsPage } from "@/calls/calls-page";
import { OUTCOMES, type CallFilter } from "@/calls/queries";

export const Route = createFileRoute("/_app/calls/")({
  validateSearch: (search: Record<string, unknown>): CallFilter => {
    const outcome = OUTCOMES.find((known) => known === search.outcome);
    const q = typeof search.q === "string" || typeof search.q === "number" ? String(search.q) : "";
    return { ...(q !== "" && { q }), ...(outcome !== undefined && { outcome }) };
  },
  component: CallsRoute,
});

function CallsRoute() {
  const navigate = Route.useNavigate();
  return (
    <CallsPage
      filter={Route.useSearch()}
      onFilter={(filter) => void navigate({ search: filter, replace: true })}
    />
  );
}
