/** What is wrong with one field: a JSON pointer into the body that was sent. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** An error as the service tells it (RFC 9457). */
export class ApiProblem extends Error {
  readonly name = "ApiProblem";

  constructor(
    readonly status: number,
    /** The last part of the problem's `type`: a stable word, for example `email_taken`. */
    readonly kind: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail);
  }
}

/** The service did not answer, or something in front of it did. */
export class ServiceUnreachable extends Error {
  readonly name = "ServiceUnreachable";
}

/** The problem that `response` tells of; `body` is what it held. */
export function problemOf(response: Response, body: unknown): Error {
  if (isProblem(body)) {
    const kind = body.type.slice(body.type.lastIndexOf("/") + 1);
    return new ApiProblem(response.status, kind, body.detail, body.errors ?? []);
  }
  return response.status >= 500
    ? new ServiceUnreachable(`The service answered ${response.status}.`)
    : new ApiProblem(response.status, "unknown", response.statusText);
}

function isProblem(
  body: unknown,
): body is { type: string; detail: string; errors?: FieldProblem[] } {
  return (
    typeof body === "object" &&
    body !== null &&
    "type" in body &&
    typeof body.type === "string" &&
    "detail" in body &&
    typeof body.detail === "string"
  );
}
