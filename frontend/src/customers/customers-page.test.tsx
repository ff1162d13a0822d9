import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, server } from "@/testing/server";
import type { Customer, ServiceRequest } from "./queries";

const MARIA: Customer = {
  id: "0190a000-0000-7000-8000-0000000000e1",
  number: "1001",
  name: "Maria Lopez",
  phone: "+14155550134",
  email: null,
  address: "12 Oak Street",
  note: null,
  created_at: "2026-11-20T15:00:00Z",
  updated_at: "2026-11-20T15:00:00Z",
};
const GATE: ServiceRequest = {
  id: "0190a000-0000-7000-8000-0000000000f1",
  customer_id: MARIA.id,
  call_id: "0190a000-0000-7000-8000-0000000000c1",
  type: "repair",
  description: "The gate is stuck.",
  location: "12 Oak Street",
  urgency: "high",
  name: "Maria Lopez",
  phone: "+14155550134",
  status: "open",
  created_at: "2026-11-20T15:00:00Z",
  updated_at: "2026-11-20T15:00:00Z",
};
let requests: ServiceRequest[];
let sent: unknown[];

beforeEach(() => {
  requests = [GATE];
  sent = [];
  server.use(
    http.get("*/api/v1/customers", ({ request }) => {
      const q = new URL(request.url).searchParams.get("q");
      const found = q === null || q === "maria" ? [MARIA] : [];
      return HttpResponse.json({ data: found, next_cursor: null });
    }),
    http.post("*/api/v1/customers", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(MARIA, { status: 201 });
    }),
    http.get("*/api/v1/service-requests", () =>
      HttpResponse.json({ data: requests, next_cursor: null }),
    ),
    http.patch("*/api/v1/service-requests/:id", async ({ request }) => {
      const patch = (await request.json()) as Partial<ServiceRequest>;
      sent.push(patch);
      requests = [{ ...GATE, ...patch }];
      return HttpResponse.json(requests[0]);
    }),
  );
});

it("says what is to be done, and how far it is", async () => {
  const { user } = await renderApp("/customers");
  expect(
    await screen.findByRole("heading", { name: "One job waits to be done" }),
  ).toBeInTheDocument();
  expect(screen.getByText("repair · Maria Lopez")).toBeInTheDocument();
  expect(screen.getByText("The gate is stuck.")).toBeInTheDocument();

  await user.selectOptions(screen.getByLabelText("How far repair is"), "Done");

  await waitFor(() => expect(sent).toEqual([{ status: "done" }]));
  expect(await screen.findByRole("heading", { name: "Your customers" })).toBeInTheDocument();
});

it("finds customers, and enters new ones", async () => {
  const { user } = await renderApp("/customers");
  await user.type(await screen.findByLabelText("Search customers"), "nobody");
  expect(await screen.findByText("Nobody is on the books yet")).toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Add a customer" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Name"), "Maria Lopez");
  await user.type(within(dialog).getByLabelText("Telephone"), "+1 415 555 0134");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));

  await waitFor(() =>
    expect(sent).toMatchObject([{ name: "Maria Lopez", number: null, phone: "+14155550134" }]),
  );
});

it("deletes a job and a customer, each once that was confirmed", async () => {
  const deleted: string[] = [];
  server.use(
    http.delete("*/api/v1/service-requests/:id", ({ params }) => {
      deleted.push(String(params.id));
      requests = [];
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete("*/api/v1/customers/:id", ({ params }) => {
      deleted.push(String(params.id));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await renderApp("/customers");
  await user.click(await screen.findByRole("button", { name: "Delete repair" }));
  const sure = within(await screen.findByRole("dialog", { name: "Delete repair?" }));
  expect(deleted).toEqual([]);
  await user.click(sure.getByRole("button", { name: "Delete for good" }));
  expect(await screen.findByText("Nothing is to be done")).toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Edit Maria Lopez" }));
  await user.click(await screen.findByRole("button", { name: "Delete Maria Lopez" }));
  const again = within(await screen.findByRole("dialog", { name: "Delete Maria Lopez?" }));
  await user.click(again.getByRole("button", { name: "Delete for good" }));

  await waitFor(() => expect(deleted).toEqual([GATE.id, MARIA.id]));
});
