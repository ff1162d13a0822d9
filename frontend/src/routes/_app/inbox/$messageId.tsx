import { createFileRoute } from "@tanstack/react-router";
import { MessageDetail } from "@/messages/message-detail";

export const Route = createFileRoute("/_app/inbox/$messageId")({ component: MessageRoute });

function MessageRoute() {
  const { messageId } = Route.useParams();
  return <MessageDetail key={messageId} id={messageId} />;
}
