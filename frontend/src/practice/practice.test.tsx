import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";

const NUMBER = "+14155550134";

function practises() {
  server.use(
    http.get("*/api/v1/phone-numbers", () =>
      HttpResponse.json({ data: [{ number: NUMBER, source: "sandbox" }], next_cursor: null }),
    ),
    http.get("*/api/v1/sandbox", () =>
      HttpResponse.json({
        account_sid: "AC1",
        auth_token: "t",
        numbers: [NUMBER],
        scenarios: [
          { id: "new_lead_books_visit", title: "A new customer books a visit" },
          { id: "sells_insurance", title: "Somebody sells insurance" },
        ],
      }),
    ),
  );
}

it("says that nothing is real, on every page", async () => {
  practises();
  await renderApp("/");

  const band = await screen.findByRole("complementary", { name: "Practice mode" });
  expect(band).toHaveTextContent("Practice mode: calls and texts are simulated.");
});

it("is silent where calls are real", async () => {
  await renderApp("/");

  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
});

it("lets somebody call, and shows the call until it is over", async () => {
  practises();
  let placed: unknown;
  let status = "in-progress";
  server.use(
    http.post("*/sandbox/calls", async ({ request }) => {
      placed = await request.json();
      return HttpResponse.json({ call_sid: "CA1" }, { status: 201 });
    }),
    http.get("*/sandbox/calls/CA1", () => HttpResponse.json({ status })),
  );
  const { user } = await renderApp("/");
  const band = await screen.findByRole("complementary", { name: "Practice mode" });

  await user.click(await within(band).findByRole("button", { name: "Call me as…" }));
  expect(
    await screen.findByRole("menuitem", { name: "Somebody sells insurance" }),
  ).toBeInTheDocument();
  await user.click(screen.getByRole("menuitem", { name: "A new customer books a visit" }));

  await waitFor(() =>
    expect(within(band).getByRole("status")).toHaveTextContent(
      "Calling now: A new customer books a visit",
    ),
  );
  expect(placed).toEqual({ scenario: "new_lead_books_visit", to: NUMBER });
  status = "completed";
  await waitFor(() =>
    expect(within(band).getByRole("status")).toHaveTextContent(
      "The call is over: A new customer books a visit",
    ),
  );
});

it("says when a call cannot be placed", async () => {
  practises();
  server.use(
    http.post("*/sandbox/calls", () => problem(503, "upstream_failed", "It does not answer.")),
  );
  const { user } = await renderApp("/");

  await user.click(await screen.findByRole("button", { name: "Call me as…" }));
  await user.click(await screen.findByRole("menuitem", { name: "Somebody sells insurance" }));

  expect(await screen.findByText("It does not answer.")).toBeInTheDocument();
});

it("shows what would have been sent, the newest first", async () => {
  practises();
  server.use(
    http.get("*/sandbox/outbox", () =>
      HttpResponse.json({
        texts: [
          {
            id: "SM1",
            from: NUMBER,
            to: "+12125550123",
            body: "Your visit is booked.",
            status: "delivered",
            created_at: "2026-11-21T07:00:00Z",
          },
        ],
        mails: [
          {
            id: "M1",
            to: "ana@example.com",
            subject: "A new lead",
            text: "Maria called.",
            created_at: "2026-11-21T08:00:00Z",
          },
        ],
      }),
    ),
  );
  await renderApp("/practice");

  expect(
    await screen.findByRole("heading", { level: 1, name: "This would have been sent" }),
  ).toBeInTheDocument();
  const [mail, text] = screen.getAllByRole("article");
  expect(mail).toHaveTextContent("A new lead");
  expect(text).toHaveTextContent("to +1 212 555 0123");
  expect(text).toHaveTextContent("Your visit is booked.");
});

it("offers a practice call where nothing was sent yet", async () => {
  practises();
  server.use(http.get("*/sandbox/outbox", () => HttpResponse.json({ texts: [], mails: [] })));
  await renderApp("/practice");

  expect(
    await screen.findByRole("heading", { name: "Nothing would have been sent yet" }),
  ).toBeInTheDocument();
  await waitFor(() =>
    expect(screen.getAllByRole("button", { name: "Call me as…" })).toHaveLength(2),
  );
});
