import {
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { pages, type Page } from "@/api/pages";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { useVersionedSave, type Resource } from "@/ui/versioned";
import { messageWords } from "./words";

export type Message = Schema<"Message">;
export type MessageStatus = Message["status"];

export interface MessageFilter {
  status?: MessageStatus;
  q?: string;
  lead_id?: string;
}

export const messageQueries = {
  all: ["messages"] as const,
  /** Newest first. A message that was just ticked off is out of the open ones before the service has answered. */
  list: (filter: MessageFilter) => ({
    ...pages([...messageQueries.all, "list", filter], (cursor, signal) =>
      body(api.GET("/api/v1/messages", { params: { query: { ...filter, cursor } }, signal })),
    ),
    select: (found: InfiniteData<Page<Message>>) =>
      found.pages
        .flatMap((page) => page.data)
        .filter(({ status }) => filter.status === undefined || status === filter.status),
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...messageQueries.all, "one", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/messages/{id}", { params: { path: { id } }, signal })),
    }),
  /** What can be listened to of a voicemail. */
  recording: (id: string) =>
    queryOptions({
      queryKey: [...messageQueries.all, "recording", id],
      queryFn: ({ signal }) =>
        body(
          api.GET("/api/v1/messages/{id}/recording/details", { params: { path: { id } }, signal }),
        ),
    }),
};

/** What of a message people change. */
type MessageEdit = Pick<Message, "status">;

function useMessageResource(): (id: string) => Resource<MessageEdit> {
  const words = useWords(messageWords);
  return (id) => ({
    read: () => bodyAndTag(api.GET("/api/v1/messages/{id}", { params: { path: { id } } })),
    write: (patch, tag) =>
      bodyAndTag(
        api.PATCH("/api/v1/messages/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      ),
    show: (_, status) => ({ name: words.status, text: words[status] }),
  });
}

/** Marks a message as done or open: seen at once, said in a toast that takes it back. */
export function useMarkMessage() {
  const words = useWords(messageWords);
  const toast = useToast();
  const queries = useQueryClient();
  const resource = useMessageResource();
  const save = useVersionedSave();
  const { mutate } = useMutation({
    mutationFn: ({ id, from, to }: { id: string; from: MessageStatus; to: MessageStatus }) =>
      save(resource(id), { status: from }, { status: to }),
    onMutate: async ({ id, to }) => {
      await queries.cancelQueries({ queryKey: messageQueries.all });
      show(queries, id, to);
    },
    onError: toast.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: messageQueries.all }),
  });
  return ({ id, status: from }: Message, to: MessageStatus) => {
    mutate({ id, from, to });
    toast.undo(to === "done" ? words.markedDone : words.markedOpen, () => {
      mutate({ id, from: to, to: from });
    });
  };
}

/** What every list and page that is open shows before the service has answered. */
function show(queries: QueryClient, id: string, status: MessageStatus) {
  queries.setQueriesData<InfiniteData<Page<Message>>>(
    { queryKey: [...messageQueries.all, "list"] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          data: page.data.map((row) => (row.id === id ? { ...row, status } : row)),
        })),
      },
  );
  queries.setQueryData(messageQueries.one(id).queryKey, (known) => known && { ...known, status });
}
