import { createFileRoute } from "@tanstack/react-router";
import { CustomersPage } from "@/customers/customers-page";

export const Route = createFileRoute("/_app/customers")({
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === "string" ? { q: search.q } : {},
  component: CustomersRoute,
});

function CustomersRoute() {
  return <CustomersPage q={Route.useSearch().q} />;
}
