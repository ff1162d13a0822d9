import { createFileRoute } from "@tanstack/react-router";
import { numberFilter } from "@/numbers/filter";
import { NewNumberPage } from "@/numbers/new-number-page";
import type { NumberFilter } from "@/numbers/queries";

export const Route = createFileRoute("/_app/numbers/new")({
  validateSearch: (search: Record<string, unknown>): Partial<NumberFilter> => numberFilter(search),
  component: NewNumberRoute,
});

function NewNumberRoute() {
  return <NewNumberPage filter={numberFilter(Route.useSearch())} />;
}
