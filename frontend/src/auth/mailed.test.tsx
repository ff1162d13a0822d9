import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse, problem, server, tokens } from "@/testing/server";
import { renderApp } from "@/testing/render";

const dead = () =>
  problem(422, "invalid", "Some fields need another value.", [
    { pointer: "/token", detail: "this link was used before" },
  ]);

describe("a forgotten password", () => {
  it("mails a link and does not say who is known", async () => {
    const asked: unknown[] = [];
    server.use(
      http.post("*/api/v1/auth/password-reset", async ({ request }) => {
        asked.push(await request.json(), request.headers.get("Accept-Language"));
        return new HttpResponse(null, { status: 202 });
      }),
    );
    const { user } = await renderApp("/login", { signedIn: false });
    await user.click(await screen.findByRole("link", { name: "Forgot your password?" }));

    const send = await screen.findByRole("button", { name: "Mail me a link" });
    await user.type(screen.getByLabelText("E-mail address"), "ana@example.com");
    await user.click(send);

    expect(await screen.findByText(/If ana@example.com is known here/)).toBeInTheDocument();
    expect(asked).toEqual([{ email: "ana@example.com" }, "en"]);
  });

  it("is replaced with the mailed link", async () => {
    const asked: unknown[] = [];
    server.use(
      http.post("*/api/v1/auth/password-reset/confirm", async ({ request }) => {
        asked.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = await renderApp("/reset#token=secret", { signedIn: false });

    await user.type(await screen.findByLabelText("Choose a password"), "short");
    await user.click(screen.getByRole("button", { name: "Change password" }));
    expect(await screen.findByText("At least 10 characters, please")).toBeInTheDocument();
    await user.type(screen.getByLabelText("Choose a password"), " no more");
    await user.click(screen.getByRole("button", { name: "Change password" }));

    expect(await screen.findByText("Your password is changed")).toBeInTheDocument();
    expect(asked).toEqual([{ token: "secret", password: "short no more" }]);
  });

  it("offers a new link where the old one is dead", async () => {
    server.use(http.post("*/api/v1/auth/password-reset/confirm", dead));
    const { user } = await renderApp("/reset#token=old", { signedIn: false });

    await user.type(await screen.findByLabelText("Choose a password"), "a brand new phrase");
    await user.click(screen.getByRole("button", { name: "Change password" }));

    expect(await screen.findByRole("link", { name: "Ask for a new link" })).toBeInTheDocument();
  });

  it("says so where the link is incomplete", async () => {
    await renderApp("/reset", { signedIn: false });

    expect(await screen.findByText("This link opens nothing any more")).toBeInTheDocument();
  });
});

describe("an address", () => {
  it("is confirmed by opening the mailed link", async () => {
    const asked: unknown[] = [];
    server.use(
      http.post("*/api/v1/auth/verify-email", async ({ request }) => {
        asked.push(await request.json());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await renderApp("/verify#token=secret", { signedIn: false });

    expect(await screen.findByText("Your address is confirmed")).toBeInTheDocument();
    expect(asked).toEqual([{ token: "secret" }]);
  });
});

describe("an invitation", () => {
  function invited(known: boolean, email = "ben@example.com") {
    const asked: unknown[] = [];
    server.use(
      http.post("*/api/v1/auth/invitations/preview", () =>
        HttpResponse.json({ business: "Ace Garage Doors", email, role: "member", known }),
      ),
      http.post("*/api/v1/auth/invitations/accept", async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ ...tokens, user: { ...tokens.user, email, role: "member" } });
      }),
    );
    return asked;
  }

  it("lets somebody new choose a password", async () => {
    const asked = invited(false);
    const { user, router } = await renderApp("/join#token=secret", { signedIn: false });

    expect(
      await screen.findByText(/You are invited as ben@example.com: you work with calls/),
    ).toBeInTheDocument();
    await user.type(screen.getByLabelText("Your name"), "Ben");
    await user.type(screen.getByLabelText("Choose a password"), "a phrase of my own");
    await user.click(screen.getByRole("button", { name: "Join Ace Garage Doors" }));

    await waitFor(() => {
      expect(router.state.location.pathname).toBe("/");
    });
    expect(asked).toEqual([{ token: "secret", name: "Ben", password: "a phrase of my own" }]);
  });

  it("asks somebody who is known for their own password", async () => {
    const asked = invited(true);
    const { user, router } = await renderApp("/join#token=secret", { signedIn: false });

    await user.type(await screen.findByLabelText("Password"), "mine");
    await user.click(screen.getByRole("button", { name: "Join Ace Garage Doors" }));

    await waitFor(() => {
      expect(router.state.location.pathname).toBe("/");
    });
    expect(asked).toEqual([{ token: "secret", password: "mine" }]);
  });

  it("needs nothing of whoever is signed in already", async () => {
    const asked = invited(true, tokens.user.email);
    const { user, router } = await renderApp("/join#token=secret");

    await user.click(await screen.findByRole("button", { name: "Join Ace Garage Doors" }));

    await waitFor(() => {
      expect(router.state.location.pathname).toBe("/");
    });
    expect(asked).toEqual([{ token: "secret" }]);
  });

  it("is not for somebody else who is signed in", async () => {
    invited(true);
    const { user } = await renderApp("/join#token=secret");

    await user.click(await screen.findByRole("button", { name: "Log out and go on" }));

    expect(await screen.findByLabelText("Password")).toBeInTheDocument();
  });

  it("says so where it is good no more", async () => {
    server.use(http.post("*/api/v1/auth/invitations/preview", dead));
    await renderApp("/join#token=old", { signedIn: false });

    expect(await screen.findByText(/Ask whoever invited you/)).toBeInTheDocument();
  });
});
