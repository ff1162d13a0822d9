import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "@/api/client";
import { ApiProblem } from "@/api/problem";

export type Appointment = Schema<"Appointment">;

/** Time in which one of the staff is away, or busy by a calendar that is kept elsewhere. */
export type Busy = Schema<"FreeTimesBusyElsewhere">;

const AT_ONCE = 200;

export interface AppointmentFilter {
  status?: Appointment["status"];
  starts_from?: string;
  starts_before?: string;
  lead_id?: string;
  q?: string;
}

export const appointmentQueries = {
  all: ["appointments"] as const,
  /** All of them, earliest first. Give bounds. */
  list: (filter: AppointmentFilter) =>
    queryOptions({
      queryKey: [...appointmentQueries.all, "list", filter],
      queryFn: ({ signal }) => everyPage(filter, signal),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...appointmentQueries.all, "one", id],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/appointments/{id}", { params: { path: { id } }, signal })),
    }),
  /** When the staff are busy with something else, earliest first. */
  busy: (asked: { from: string; to: string }) =>
    queryOptions({
      queryKey: [...appointmentQueries.all, "busy", asked],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/busy-times", { params: { query: asked }, signal })).then(
          (busy) => busy.data,
        ),
    }),
  /** The times that can be booked, earliest first. */
  free: (asked: {
    from: string;
    to: string;
    service_id: string;
    staff_id?: string;
    appointment_id?: string;
  }) =>
    queryOptions({
      queryKey: [...appointmentQueries.all, "free", asked],
      queryFn: ({ signal }) =>
        body(api.GET("/api/v1/availability", { params: { query: asked }, signal })).then(
          (free) => free.data,
        ),
    }),
};

/** A time that was taken meanwhile, as what is wrong with the time that was asked for. */
export function aboutTime(failure: unknown): never {
  throw failure instanceof ApiProblem && failure.kind === "slot_taken"
    ? new ApiProblem(failure.status, failure.kind, failure.detail, [
        { pointer: "/starts_at", detail: failure.detail },
      ])
    : failure;
}

async function everyPage(filter: AppointmentFilter, signal: AbortSignal) {
  const found: Appointment[] = [];
  let cursor: string | undefined;
  do {
    const page = await body(
      api.GET("/api/v1/appointments", {
        params: { query: { ...filter, cursor, limit: AT_ONCE } },
        signal,
      }),
    );
    found.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return found.sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
}
