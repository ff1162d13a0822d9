import { createFileRoute } from "@tanstack/react-router";
import { historyFilter } from "@/history/filter";
import { HistoryPage } from "@/history/history-page";

export const Route = createFileRoute("/_app/settings_/history")({
  validateSearch: historyFilter,
  component: HistoryRoute,
});

function HistoryRoute() {
  return <HistoryPage filter={Route.useSearch()} />;
}
