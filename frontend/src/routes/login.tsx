import { createFileRoute, redirect } from "@tanstack/react-router";
import { nextSearch } from "@/auth/next";
import { LoginPage } from "@/auth/login-page";
import { session } from "@/auth/session";

export const Route = createFileRoute("/login")({
  validateSearch: nextSearch,
  beforeLoad: async ({ search }) => {
    if ((await session.start()).status === "signed_in") {
      throw redirect({ href: search.next ?? "/" });
    }
  },
  component: LoginRoute,
});

function LoginRoute() {
  return <LoginPage next={Route.useSearch().next} />;
}
