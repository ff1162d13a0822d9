import { createFileRoute } from "@tanstack/react-router";
import { STEPS, type SetupStep } from "@/setup/queries";
import { WelcomePage } from "@/setup/welcome-page";

export const Route = createFileRoute("/_app/welcome")({
  validateSearch: (search: Record<string, unknown>): { step?: SetupStep } => {
    const step = STEPS.find((known) => known === search.step);
    return step === undefined ? {} : { step };
  },
  component: WelcomeRoute,
});

function WelcomeRoute() {
  return <WelcomePage step={Route.useSearch().step} />;
}
