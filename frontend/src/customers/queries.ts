import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { pages } from "@/api/pages";

export type Customer = Schema<"Customer">;
export type ServiceRequest = Schema<"ServiceRequest">;
export type RequestStatus = ServiceRequest["status"];

/** What can be changed of a customer. */
export type CustomerDetails = Pick<
  Customer,
  "number" | "name" | "phone" | "email" | "address" | "note"
>;

export const REQUEST_STATUSES = [
  "open",
  "in_progress",
  "done",
  "cancelled",
] as const satisfies RequestStatus[];

export const customerQueries = {
  all: ["customers"] as const,
  /** Who is on the books, newest first. */
  list: (q: string | undefined) =>
    pages([...customerQueries.all, "list", q], (cursor, signal) =>
      body(api.GET("/api/v1/customers", { params: { query: { q, cursor } }, signal })),
    ),
  /** What is to be done, newest first. */
  requests: () =>
    pages([...customerQueries.all, "requests"], (cursor, signal) =>
      body(api.GET("/api/v1/service-requests", { params: { query: { cursor } }, signal })),
    ),
};

/** For good. */
export function deleteCustomer(id: string) {
  return body(api.DELETE("/api/v1/customers/{id}", { params: { path: { id } } }));
}

/** For good. */
export function deleteRequest(id: string) {
  return body(api.DELETE("/api/v1/service-requests/{id}", { params: { path: { id } } }));
}

export function readCustomer(id: string) {
  return bodyAndTag(api.GET("/api/v1/customers/{id}", { params: { path: { id } } }));
}

export function writeCustomer(
  id: string,
  patch: Partial<CustomerDetails>,
  tag: string | undefined,
) {
  return bodyAndTag(
    api.PATCH("/api/v1/customers/{id}", {
      params: { path: { id }, header: { "If-Match": tag } },
      body: patch,
    }),
  );
}
