import { createFileRoute, redirect } from "@tanstack/react-router";
import { ahead } from "@/api/ahead";
import { Shell } from "@/app/shell";
import { session } from "@/auth/session";
import { businessQueries } from "@/business/queries";
import { numberQueries } from "@/numbers/queries";

/** The pages of whoever is signed in. Others log in first and come back. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ location }) => {
    const { status } = await session.start();
    if (status === "signed_out") {
      const next = location.href === "/" ? undefined : location.href;
      throw redirect({ to: "/login", search: { next } });
    }
  },
  // What the frame shows, asked for before it is drawn.
  loader: ({ context: { queryClient } }) => {
    ahead(
      () => queryClient.query(businessQueries.profile()),
      () => queryClient.query(numberQueries.list()),
    );
  },
  component: Shell,
});
