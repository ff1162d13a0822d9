import { createFileRoute } from "@tanstack/react-router";
import { CallPage } from "@/calls/call-page";

export const Route = createFileRoute("/_app/calls/$callId")({ component: CallRoute });

function CallRoute() {
  const { callId } = Route.useParams();
  return <CallPage key={callId} id={callId} />;
}
