import createClient from "openapi-fetch";
import { session } from "@/auth/session";
import { problemOf } from "./problem";
import type { components, paths } from "./schema";

/** The service's types by name: `Schema<"Lead">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** The service. Signs requests, renews the access token, and waits for a new log-in where it must. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => session.fetch(request),
});

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * What `answer` holds: `await body(api.GET("/api/v1/leads"))`.
 * @throws ApiProblem, ServiceUnreachable
 */
export async function body<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw problemOf(response, error);
  }
  return data as Data;
}

/** Like `body`, with the `ETag` to send as `If-Match` when this is changed. */
export async function bodyAndTag<Data>(
  answer: Promise<Answer<Data>>,
): Promise<{ value: Data; tag: string | undefined }> {
  const { response } = await answer;
  return { value: await body(answer), tag: response.headers.get("ETag") ?? undefined };
}
