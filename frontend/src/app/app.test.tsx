import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { http, HttpResponse, problem, server, tokens } from "@/testing/server";
import { renderApp } from "@/testing/render";

it("asks strangers to log in, and takes them where they wanted to go", async () => {
  const { user, router } = await renderApp("/?x=1", { signedIn: false });

  await user.type(await screen.findByLabelText("E-mail address"), "ana@example.com");
  await user.type(screen.getByLabelText("Password"), "correct horse");
  await user.click(screen.getByRole("button", { name: "Log in" }));

  expect(await screen.findByRole("navigation", { name: "Main menu" })).toBeInTheDocument();
  expect(router.state.location.href).toBe("/?x=1");
});

it("says at log-in that address and password do not fit", async () => {
  server.use(http.post("*/auth/login", () => problem(401, "unauthenticated", "No.")));
  const { user } = await renderApp("/login", { signedIn: false });

  await user.type(await screen.findByLabelText("E-mail address"), "ana@example.com");
  await user.type(screen.getByLabelText("Password"), "wrong");
  await user.click(screen.getByRole("button", { name: "Log in" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("do not belong together");
});

it("shows what the service says about a field at that field", async () => {
  server.use(
    http.post("*/auth/signup", () =>
      problem(422, "invalid", "Some fields need another value.", [
        { pointer: "/email", detail: "must be a well-formed email address" },
      ]),
    ),
  );
  const { user } = await renderApp("/signup", { signedIn: false });

  await user.type(await screen.findByLabelText("Name of your business"), "Ace");
  await user.type(screen.getByLabelText("E-mail address"), "ana@");
  await user.type(screen.getByLabelText("Choose a password"), "correct horse");
  await user.click(screen.getByRole("button", { name: "Open your front desk" }));

  expect(await screen.findByLabelText("E-mail address")).toHaveAccessibleDescription(
    "Must be a well-formed email address",
  );
});

it("asks for the password over the page when the session has ended", async () => {
  const { user, queryClient } = await renderApp("/");
  await screen.findByRole("heading", { level: 1 });
  let loggedIn = false;
  server.use(
    http.post("*/auth/refresh", () => problem(401, "unauthenticated", "Ended.")),
    http.post("*/auth/login", () => {
      loggedIn = true;
      return HttpResponse.json({ ...tokens, access_token: "token-2" });
    }),
    http.get("*/business", () =>
      loggedIn
        ? HttpResponse.json({ name: "Ace", time_zone: "America/New_York" })
        : problem(401, "unauthenticated", "Sign in."),
    ),
  );

  void queryClient.invalidateQueries();
  await user.type(await screen.findByLabelText("Password"), "correct horse");
  await user.click(screen.getByRole("button", { name: "Log in" }));

  await waitFor(() => {
    expect(screen.queryByText("Please log in again")).not.toBeInTheDocument();
  });
});

it("says when the service is away, and comes back by itself", async () => {
  let up = false;
  localStorage.setItem("frontdesk-signed-in", "1");
  server.use(
    http.post("*/auth/refresh", () => (up ? HttpResponse.json(tokens) : HttpResponse.error())),
    http.get("*/health/liveness", () =>
      up ? HttpResponse.json({ status: "UP" }) : HttpResponse.error(),
    ),
  );
  await renderApp("/", { signedIn: false });
  expect(await screen.findByRole("alert")).toHaveTextContent("can't be reached");

  up = true;

  expect(await screen.findByRole("navigation", { name: "Main menu" })).toBeInTheDocument();
});
