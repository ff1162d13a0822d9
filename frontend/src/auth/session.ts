import { ApiProblem, problemOf, ServiceUnreachable } from "@/api/problem";
import type { paths } from "@/api/schema";
import { service, type Send } from "@/api/service";
import { earlyRenewal, exclusively, remembered } from "./browser";

type Body<
  Path extends "/api/v1/auth/login" | "/api/v1/auth/signup" | "/api/v1/auth/invitations/accept",
> = paths[Path]["post"]["requestBody"]["content"]["application/json"];
export type Tokens =
  paths["/api/v1/auth/login"]["post"]["responses"][200]["content"]["application/json"];

/** Who is signed in, for which business. */
export type Who = Pick<Tokens, "tenant" | "user">;

/**
 * `expired`: somebody is signed in on this page, but has to give the password again; the page stays as it is and
 * requests wait.
 */
export type SessionState =
  { status: "unknown" | "signed_out" } | { status: "signed_in" | "expired"; who: Who };

const EARLY_MS = 30_000;

/**
 * The log-in. The access token lives in this object and nowhere else; what lasts is a cookie that no script can read.
 */
export class Session {
  #state: SessionState = { status: "unknown" };
  #token: { value: string; expiresAt: number } | undefined;
  #renewal: Promise<boolean> | undefined;
  #waiting: ((loggedIn: boolean) => void)[] = [];
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly state = () => this.#state;

  /** Finds out who is signed in, from the cookie. @throws ServiceUnreachable */
  async start(): Promise<SessionState> {
    if (this.#state.status === "unknown") {
      if (!remembered.get() || !(await this.#renew())) {
        this.#signedOut();
      }
    }
    return this.#state;
  }

  logIn(credentials: Body<"/api/v1/auth/login">): Promise<Who> {
    return this.#enter("/api/v1/auth/login", credentials);
  }

  signUp(form: Body<"/api/v1/auth/signup">): Promise<Who> {
    return this.#enter("/api/v1/auth/signup", form);
  }

  /** Takes an invitation up. Whoever is signed in goes on in the other business. */
  async join(answer: Body<"/api/v1/auth/invitations/accept">): Promise<Who> {
    const request = post("/api/v1/auth/invitations/accept", answer);
    const signedIn = this.#token !== undefined;
    const found = await tokens(await (signedIn ? this.fetch(request) : service.fetch(request)));
    this.#signedIn(found);
    return found;
  }

  /** Ends the session here, and on the service where that can be reached. */
  async logOut(): Promise<void> {
    try {
      if (this.#state.status === "signed_in" && (!this.#expiresSoon() || (await this.#renew()))) {
        await service.fetch(this.#signed(post("/api/v1/auth/logout")));
      }
    } catch (failure) {
      if (!(failure instanceof ServiceUnreachable)) {
        throw failure;
      }
    } finally {
      this.#signedOut();
    }
  }

  /** As on a page that was just opened. */
  forget() {
    this.#signedOut();
    this.#state = { status: "unknown" };
  }

  /** Sends `request` as whoever is signed in; `by` says how, where that is not as usual. */
  async fetch(request: Request, by?: Send): Promise<Response> {
    if (this.#state.status === "signed_out") {
      // A page that is being left asks once more: the answer is known.
      return new Response(null, { status: 401 });
    }
    if (this.#token !== undefined && this.#expiresSoon()) {
      await this.#renewOrLogIn(this.#token.value);
    }
    const used = this.#token?.value;
    const response = await service.fetch(this.#signed(request.clone()), by);
    if (response.status !== 401 || used === undefined) {
      return response;
    }
    return (await this.#renewOrLogIn(used)) ? service.fetch(this.#signed(request), by) : response;
  }

  #expiresSoon(): boolean {
    return this.#token !== undefined && Date.now() > this.#token.expiresAt - EARLY_MS;
  }

  #signed(request: Request): Request {
    if (this.#token !== undefined) {
      request.headers.set("Authorization", `Bearer ${this.#token.value}`);
    }
    return request;
  }

  /** Whether there is a token newer than `used`; may take until the person has logged in again. */
  async #renewOrLogIn(used: string): Promise<boolean> {
    if (this.#token?.value !== used) {
      return this.#token !== undefined;
    }
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    if (await this.#renewal) {
      return true;
    }
    if (this.#state.status === "signed_in") {
      this.#set({ ...this.#state, status: "expired" });
    }
    return this.#state.status === "expired"
      ? new Promise((resolve) => this.#waiting.push(resolve))
      : false;
  }

  /** One tab at a time: a refresh token that is used twice ends the session. */
  async #renew(): Promise<boolean> {
    const early = await earlyRenewal();
    return early !== undefined
      ? this.#renewed(early)
      : exclusively("frontdesk-refresh", async () =>
          this.#renewed(await service.fetch(post("/api/v1/auth/refresh"))),
        );
  }

  async #renewed(response: Response): Promise<boolean> {
    // 403: the business is suspended, which log-in says, or finds another one that is not.
    if (response.status === 401 || response.status === 403) {
      return false;
    }
    this.#signedIn(await tokens(response));
    return true;
  }

  async #enter(path: string, body: unknown): Promise<Who> {
    const found = await tokens(await service.fetch(post(path, body)));
    this.#signedIn(found);
    return found;
  }

  #signedIn({ access_token, expires_in, tenant, user }: Tokens) {
    this.#token = { value: access_token, expiresAt: Date.now() + expires_in * 1000 };
    remembered.set(true);
    this.#set({ status: "signed_in", who: { tenant, user } });
    this.#release(true);
  }

  #signedOut() {
    this.#token = undefined;
    remembered.set(false);
    this.#set({ status: "signed_out" });
    this.#release(false);
  }

  #release(loggedIn: boolean) {
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach((resolve) => {
      resolve(loggedIn);
    });
  }

  #set(state: SessionState) {
    this.#state = state;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

function post(path: string, body?: unknown): Request {
  return new Request(new URL(path, window.location.origin), {
    method: "POST",
    credentials: "same-origin",
    ...(body !== undefined && {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
}

async function tokens(response: Response): Promise<Tokens> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw problemOf(response, body);
  }
  if (typeof body !== "object" || body === null || !("access_token" in body)) {
    throw new ApiProblem(response.status, "unknown", "The service's answer cannot be read.");
  }
  return body as Tokens;
}

export const session = new Session();
