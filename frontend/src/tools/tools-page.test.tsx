import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, server } from "@/testing/server";
import type { Tool } from "./queries";
import { patchOf } from "./written";

const RECEPTIONIST = "0190a000-0000-7000-8000-0000000000d1";
const ORDERS: Tool = {
  id: "0190a000-0000-7000-8000-0000000000e1",
  receptionist_id: RECEPTIONIST,
  name: "find_order",
  description: "Finds an order.",
  parameters: {
    type: "object",
    properties: { order: { type: "string" }, year: { type: "integer" } },
  },
  method: "get",
  url: "https://example.com/orders/{order}",
  body: null,
  headers: {},
  timeout_seconds: 5,
  result: { state: "/order/state" },
  safe: true,
  secret_header_names: ["Authorization"],
  created_at: "2026-11-20T15:00:00Z",
  updated_at: "2026-11-20T15:00:00Z",
};
let sent: unknown[];

beforeEach(() => {
  sent = [];
  const list = `*/api/v1/receptionists/${RECEPTIONIST}/tools`;
  server.use(
    http.get("*/api/v1/receptionists", () =>
      HttpResponse.json({ data: [{ id: RECEPTIONIST, is_default: true }], next_cursor: null }),
    ),
    http.get(list, () => HttpResponse.json({ data: [ORDERS], next_cursor: null })),
    http.get(`${list}/:id`, () => HttpResponse.json(ORDERS, { headers: { ETag: '"0"' } })),
    http.post(list, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(ORDERS, { status: 201 });
    }),
    http.patch(`${list}/:id`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(ORDERS, { headers: { ETag: '"1"' } });
    }),
    http.post(`${list}/:id/try`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({
        ok: true,
        url: "https://example.com/orders/7",
        status: 200,
        result: { state: "shipped" },
        problem: null,
        took_ms: 42,
      });
    }),
  );
});

it("adds a tool with its secrets", async () => {
  const { user } = await renderApp("/receptionist/tools");
  await user.click(await screen.findByRole("button", { name: "Add a tool" }));
  const dialog = await screen.findByRole("dialog");
  const filled = {
    Name: "cancel_order",
    "When to use it": "Cancels.",
    Address: "https://example.com/cancel",
    "Secret headers": "Authorization: Bearer x:y",
  };
  for (const [label, text] of Object.entries(filled)) {
    await user.click(within(dialog).getByLabelText(label));
    await user.paste(text);
  }
  await user.click(within(dialog).getByRole("button", { name: "Save" }));

  await waitFor(() =>
    expect(sent).toMatchObject([
      { name: "cancel_order", method: "get", secret_headers: { Authorization: "Bearer x:y" } },
    ]),
  );
});

it("says at the field what is no JSON", async () => {
  const { user } = await renderApp("/receptionist/tools");
  await user.click(await screen.findByRole("button", { name: "Edit find_order" }));
  const dialog = await screen.findByRole("dialog");
  const parameters = within(dialog).getByLabelText("What the model tells it");
  await user.clear(parameters);
  await user.type(parameters, "nothing");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));

  expect(await within(dialog).findByText("This is no JSON object.")).toBeInTheDocument();
  expect(sent).toEqual([]);
});

it("shows what the model would see", async () => {
  const { user } = await renderApp("/receptionist/tools");
  await user.click(await screen.findByRole("button", { name: "Try find_order" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Try it" }));

  expect(await within(dialog).findByText("Done in 42 ms")).toBeInTheDocument();
  expect(within(dialog).getByText(/"state": "shipped"/)).toBeInTheDocument();
  expect(sent).toEqual([{ arguments: { order: "", year: 1 }, caller_number: null }]);
});

it("takes away what is gone, as a merge patch", () => {
  expect(patchOf({ a: { b: 1, c: 2 }, d: [1] }, { a: { b: 1 }, d: [2], e: 3 })).toEqual({
    a: { c: null },
    d: [2],
    e: 3,
  });
});
