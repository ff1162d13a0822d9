import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type ConnectedCalendar = Schema<"ConnectedCalendar">;
export type NewCalendar = Schema<"CalendarConnected">;

/** One that was just connected is read within moments. */
const SOON_MS = 2_000;

export const calendarQueries = {
  all: ["calendars"] as const,
  list: () => ({
    ...pages([...calendarQueries.all, "list"], (cursor, signal) =>
      body(api.GET("/api/v1/calendars", { params: { query: { cursor } }, signal })),
    ),
    refetchInterval: (query: { state: { data?: unknown } }) =>
      isReading(query.state.data) ? SOON_MS : false,
  }),
};

/** Whether one was never read yet and nothing is wrong with it. */
function isReading(data: unknown): boolean {
  const known = data as { pages?: { data: ConnectedCalendar[] }[] } | undefined;
  return (known?.pages ?? [])
    .flatMap((page) => page.data)
    .some(({ kind, read_at, problem }) => kind === "ics" && read_at == null && problem == null);
}

/** Disconnects one; the list is read again whether it worked or not. */
export function useDisconnect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(api.DELETE("/api/v1/calendars/{id}", { params: { path: { id } } })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: calendarQueries.all }),
        queries.invalidateQueries({ queryKey: ["appointments"] }),
      ]),
  });
}
