import { createFileRoute, redirect } from "@tanstack/react-router";
import { Shell } from "@/app/shell";
import { session } from "@/auth/session";

/** The pages of whoever is signed in. Others log in first and come back. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ location }) => {
    const { status } = await session.start();
    if (status === "signed_out") {
      const next = location.href === "/" ? undefined : location.href;
      throw redirect({ to: "/login", search: { next } });
    }
  },
  component: Shell,
});
