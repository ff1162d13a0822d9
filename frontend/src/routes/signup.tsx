import { createFileRoute, redirect } from "@tanstack/react-router";
import { session } from "@/auth/session";
import { SignupPage } from "@/auth/signup-page";

export const Route = createFileRoute("/signup")({
  beforeLoad: async () => {
    if ((await session.start()).status === "signed_in") {
      throw redirect({ to: "/" });
    }
  },
  component: SignupPage,
});
