import { createFileRoute } from "@tanstack/react-router";
import { ahead } from "@/api/ahead";
import { CallPage } from "@/calls/call-page";
import { callQueries } from "@/calls/queries";

export const Route = createFileRoute("/_app/calls/$callId")({
  loader: ({ context: { queryClient }, params: { callId } }) => {
    ahead(
      () => queryClient.query(callQueries.one(callId)),
      () => queryClient.query(callQueries.transcript(callId)),
    );
  },
  component: CallRoute,
});

function CallRoute() {
  const { callId } = Route.useParams();
  return <CallPage key={callId} id={callId} />;
}
