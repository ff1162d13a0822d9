import { describe, expect, it } from "vitest";
import { ServiceUnreachable } from "@/api/problem";
import { http, HttpResponse, problem, server, tokens } from "@/testing/server";
import { Session } from "./session";

const leads = () => new Request(new URL("/api/v1/leads", window.location.origin));

/** A service that takes only the newest token, and counts how often it was asked for one. */
function service({ canRefresh = true } = {}) {
  let newest = 1;
  const asked = { refresh: 0 };
  server.use(
    http.post("*/api/v1/auth/login", () =>
      HttpResponse.json({ ...tokens, access_token: `token-${++newest}` }),
    ),
    http.post("*/api/v1/auth/refresh", () => {
      asked.refresh++;
      return canRefresh
        ? HttpResponse.json({ ...tokens, access_token: `token-${++newest}` })
        : problem(401, "unauthenticated", "Your session has ended.");
    }),
    http.get("*/api/v1/leads", ({ request }) =>
      request.headers.get("Authorization") === `Bearer token-${newest}`
        ? HttpResponse.json({ data: [] })
        : problem(401, "unauthenticated", "Sign in."),
    ),
  );
  return { asked, expireTokens: () => newest++ };
}

async function loggedIn() {
  const session = new Session();
  await session.logIn({ email: "ana@example.com", password: "secret" });
  return session;
}

describe("session", () => {
  it("renews an expired token once for all requests that need it", async () => {
    const { asked, expireTokens } = service();
    const session = await loggedIn();
    expireTokens();

    const answers = await Promise.all([1, 2, 3].map(() => session.fetch(leads())));

    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(asked.refresh).toBe(1);
  });

  it("is over where the business is suspended, so that log-in can say so", async () => {
    server.use(
      http.post("*/api/v1/auth/refresh", () =>
        problem(403, "suspended", "This business is suspended: the bill is open."),
      ),
    );
    localStorage.setItem("frontdesk-signed-in", "1");

    expect((await new Session().start()).status).toBe("signed_out");
  });

  it("takes the token that was asked for before the app was there, once", async () => {
    const { asked, expireTokens } = service();
    localStorage.setItem("frontdesk-signed-in", "1");
    window.frontdeskRenewal = Promise.resolve(
      Response.json({ ...tokens, access_token: "token-1" }),
    );
    const session = new Session();

    expect((await session.start()).status).toBe("signed_in");
    expect((await session.fetch(leads())).status).toBe(200);
    expect(asked.refresh).toBe(0);
    expireTokens();
    expect((await session.fetch(leads())).status).toBe(200);
    expect(asked.refresh).toBe(1);
  });

  it("asks itself when what was asked for early did not come", async () => {
    const { asked } = service();
    localStorage.setItem("frontdesk-signed-in", "1");
    window.frontdeskRenewal = Promise.reject(new TypeError("Failed to fetch"));

    expect((await new Session().start()).status).toBe("signed_in");
    expect(asked.refresh).toBe(1);
  });

  it("lets requests wait for the password when the session has ended, and then does them", async () => {
    const { expireTokens } = service({ canRefresh: false });
    const session = await loggedIn();
    expireTokens();

    const waiting = session.fetch(leads());
    await expect.poll(() => session.state().status).toBe("expired");
    await session.logIn({ email: "ana@example.com", password: "secret" });

    expect((await waiting).status).toBe(200);
    expect(session.state().status).toBe("signed_in");
  });

  it("gives up waiting requests at log-out", async () => {
    const { expireTokens } = service({ canRefresh: false });
    const session = await loggedIn();
    expireTokens();

    const waiting = session.fetch(leads());
    await expect.poll(() => session.state().status).toBe("expired");
    await session.logOut();

    expect((await waiting).status).toBe(401);
    expect(session.state().status).toBe("signed_out");
  });

  it("does not ask for a token where nobody was ever signed in", async () => {
    const { asked } = service();

    expect((await new Session().start()).status).toBe("signed_out");
    expect(asked.refresh).toBe(0);
  });

  it("comes back from the cookie where somebody was", async () => {
    service();
    await loggedIn();

    const state = await new Session().start();

    expect(state).toMatchObject({ status: "signed_in", who: { user: tokens.user } });
  });

  it("does not take a service that is away for a session that has ended", async () => {
    service();
    await loggedIn();
    server.use(http.post("*/api/v1/auth/refresh", () => HttpResponse.error()));

    await expect(new Session().start()).rejects.toBeInstanceOf(ServiceUnreachable);
  });
});
