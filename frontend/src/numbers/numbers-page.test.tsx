import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schema } from "@/api/client";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";

const NUMBER: Schema<"PhoneNumber"> = {
  id: "0190a000-0000-7000-8000-000000000010",
  number: "+14155550134",
  label: null,
  receptionist_id: null,
  source: "bought",
  state: "active",
  webhooks: { state: "ok", checked_at: "2026-11-21T07:00:00Z", detail: null },
  created_at: "2026-11-01T12:00:00Z",
  updated_at: "2026-11-01T12:00:00Z",
};
const NIGHT = "0190a000-0000-7000-8000-000000000020";

function answers(...numbers: Schema<"PhoneNumber">[]) {
  let rows = numbers;
  const row = (id: unknown) => rows.find((number) => number.id === id) ?? NUMBER;
  server.use(
    http.get("*/api/v1/phone-numbers", () => HttpResponse.json({ data: rows, next_cursor: null })),
    http.get("*/api/v1/receptionists", () =>
      HttpResponse.json({ data: [{ id: NIGHT, name: "Night desk" }], next_cursor: null }),
    ),
    http.get("*/api/v1/phone-numbers/:id", ({ params }) => HttpResponse.json(row(params.id))),
    http.patch("*/api/v1/phone-numbers/:id", async ({ params, request }) => {
      const changed = { ...row(params.id), ...((await request.json()) as object) };
      rows = rows.map((number) => (number.id === changed.id ? changed : number));
      return HttpResponse.json(changed);
    }),
    http.delete("*/api/v1/phone-numbers/:id", ({ params }) => {
      rows = rows.filter((number) => number.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
}

it("says which number people call", async () => {
  answers(NUMBER);
  await renderApp("/numbers");

  expect(
    await screen.findByRole("heading", {
      level: 1,
      name: /^Your callers ring \+1\s415\s555\s0134$/,
    }),
  ).toBeInTheDocument();
  expect(screen.getByText("Calls arrive here")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Get a number" })).toHaveAttribute(
    "href",
    expect.stringMatching(/^\/numbers\/new/),
  );
});

it("leads whoever has no number to one", async () => {
  answers();
  const { user, router } = await renderApp("/numbers");
  server.use(
    http.get("*/api/v1/sandbox", () => problem(404, "not_found", "Calls are real here.")),
    http.get("*/available", () => HttpResponse.json({ data: [], next_cursor: null })),
    http.get("*/importable", () => HttpResponse.json({ data: [], next_cursor: null })),
  );

  await user.click(await screen.findByRole("link", { name: "Get a number" }));

  expect(await screen.findByText("No such number is free")).toBeInTheDocument();
  expect(router.state.location.pathname).toBe("/numbers/new");
});

it("saves a label as one goes, and takes it back", async () => {
  answers(NUMBER);
  const { user } = await renderApp("/numbers");
  const label = await screen.findByLabelText("What you call it");

  await user.type(label, "Van{Escape}");
  expect(label).toHaveValue("");
  await user.type(label, "Yellow van{Enter}");

  expect(await screen.findByText("Saved")).toBeInTheDocument();
  expect(label).toHaveValue("Yellow van");

  await user.click(screen.getByRole("button", { name: "Undo" }));

  await waitFor(() => expect(label).toHaveValue(""));
});

it("shows at the label what the service says of it", async () => {
  answers(NUMBER);
  server.use(
    http.patch("*/phone-numbers/:id", () =>
      problem(422, "invalid", "Some fields.", [{ pointer: "/label", detail: "is too long" }]),
    ),
  );
  const { user } = await renderApp("/numbers");
  const label = await screen.findByLabelText("What you call it");

  await user.type(label, "x{Enter}");

  await waitFor(() => expect(label).toHaveAccessibleDescription("Is too long"));
  expect(label).toHaveValue("x");
});

it("gives a number to another receptionist", async () => {
  answers(NUMBER);
  const { user } = await renderApp("/numbers");
  const who = await screen.findByLabelText("Answered by");
  await screen.findByRole("option", { name: "Night desk" });

  await user.selectOptions(who, "Night desk");

  expect(await screen.findByText("Saved")).toBeInTheDocument();
  expect(who).toHaveValue(NIGHT);
});

it("tells of calls that go astray, and repairs that", async () => {
  const astray = {
    state: "wrong" as const,
    checked_at: "2026-11-21T07:00:00Z",
    detail: "Its calls go to https://old.example.com.",
  };
  answers({ ...NUMBER, webhooks: astray });
  server.use(
    http.post("*/phone-numbers/:id/verify", () =>
      HttpResponse.json({
        ...NUMBER,
        webhooks: { ...NUMBER.webhooks, detail: "That was mended." },
      }),
    ),
  );
  const { user } = await renderApp("/numbers");

  expect(
    await screen.findByRole("heading", { level: 1, name: "Calls to 1 number don't arrive here" }),
  ).toBeInTheDocument();
  expect(screen.getByText(astray.detail)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Repair" }));

  expect(await screen.findByText("Calls arrive here")).toBeInTheDocument();
  expect(screen.getByText("That was mended.")).toBeInTheDocument();
});

it("releases a number only when that is confirmed", async () => {
  answers(NUMBER);
  const { user } = await renderApp("/numbers");

  await user.click(await screen.findByRole("button", { name: "Release number" }));
  const asked = await screen.findByRole("dialog");
  expect(asked).toHaveTextContent("somebody else may get it");
  await user.click(within(asked).getByRole("button", { name: "Cancel" }));
  expect(screen.getByRole("article", { name: "+1 415 555 0134" })).toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Release number" }));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Release number" }),
  );

  expect(
    await screen.findByRole("heading", { level: 1, name: "Nobody can call you yet" }),
  ).toBeInTheDocument();
});

it("says that an imported number stays where it is, and that a new one is on its way", async () => {
  answers(
    { ...NUMBER, source: "imported" },
    { ...NUMBER, id: NIGHT, number: "+14155550135", state: "buying" },
  );
  const { user } = await renderApp("/numbers");

  expect(await screen.findByText(/Being set up at Twilio/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Disconnect number" }));

  expect(await screen.findByRole("dialog")).toHaveTextContent("stays in your Twilio account");
});
