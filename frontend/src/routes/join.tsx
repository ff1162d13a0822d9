import { createFileRoute } from "@tanstack/react-router";
import { session } from "@/auth/session";
import { JoinPage } from "@/auth/join-page";

export const Route = createFileRoute("/join")({
  beforeLoad: () => session.start(),
  component: JoinPage,
});
