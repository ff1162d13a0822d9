import { createFileRoute, useChildMatches } from "@tanstack/react-router";
import { InboxPage } from "@/messages/inbox-page";

export interface InboxSearch {
  status?: "done";
  q?: string;
}

export const Route = createFileRoute("/_app/inbox")({
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    ...(search.status === "done" && { status: "done" }),
    ...(typeof search.q === "string" && search.q !== "" && { q: search.q }),
  }),
  component: InboxRoute,
});

function InboxRoute() {
  const search = Route.useSearch();
  const chosen = useChildMatches({
    select: (matches) =>
      matches
        .map(({ params }) => ("messageId" in params ? params.messageId : undefined))
        .find((id) => id !== undefined),
  });
  return <InboxPage status={search.status ?? "open"} q={search.q} chosen={chosen} />;
}
