import { createFileRoute } from "@tanstack/react-router";
import { InsightsPage } from "@/insights/insights-page";
import { PERIODS, type Period } from "@/insights/queries";

const USUAL: Period = "30d";

export const Route = createFileRoute("/_app/insights")({
  validateSearch: (search: Record<string, unknown>): { period?: Period } => {
    const period = PERIODS.find((known) => known === search.period);
    return period === undefined || period === USUAL ? {} : { period };
  },
  component: InsightsRoute,
});

function InsightsRoute() {
  const { period = USUAL } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <InsightsPage
      period={period}
      onPeriod={(next) => void navigate({ search: { period: next }, replace: true })}
    />
  );
}
