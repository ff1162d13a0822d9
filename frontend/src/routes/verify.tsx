import { createFileRoute } from "@tanstack/react-router";
import { session } from "@/auth/session";
import { VerifyPage } from "@/auth/verify-page";

export const Route = createFileRoute("/verify")({
  beforeLoad: () => session.start(),
  component: VerifyPage,
});
