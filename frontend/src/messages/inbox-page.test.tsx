import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { Message } from "./queries";

const MARIA: Message = {
  id: "0190a000-0000-7000-8000-00000000000a",
  call_id: null,
  from_name: "Maria Lopez",
  from_phone: "+14155550134",
  text: "The spring broke.\nPlease call back.",
  urgency: "high",
  kind: "message",
  due_at: null,
  status: "open",
  created_at: new Date(Date.now() - 5 * 60_000).toISOString(),
  updated_at: new Date().toISOString(),
};
const CHEN: Message = {
  ...MARIA,
  id: "0190a000-0000-7000-8000-00000000000b",
  from_name: null,
  from_phone: null,
  text: "Do you fix gates?",
  urgency: "normal",
};
let kept: Message[];

beforeEach(() => {
  kept = [MARIA, CHEN];
  server.use(
    http.get("*/api/v1/messages", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const data = kept.filter(
        ({ status, text }) =>
          status === (asked.get("status") ?? status) &&
          text.toLowerCase().includes((asked.get("q") ?? "").toLowerCase()),
      );
      return HttpResponse.json({ data, next_cursor: null });
    }),
    http.get("*/api/v1/messages/:id", ({ params }) => {
      const found = kept.find(({ id }) => id === params.id);
      return found === undefined
        ? problem(404, "not_found", "There is no such message.")
        : HttpResponse.json(found, { headers: { ETag: '"0"' } });
    }),
    http.patch<{ id: string }, Partial<Message>>(
      "*/api/v1/messages/:id",
      async ({ params, request }) => {
        const change = await request.json();
        kept = kept.map((one) => (one.id === params.id ? { ...one, ...change } : one));
        return HttpResponse.json(kept.find(({ id }) => id === params.id));
      },
    ),
  );
});

it("says how many messages wait, and by whom", async () => {
  await renderApp("/inbox");

  expect(
    await screen.findByRole("heading", { name: "2 messages wait for you" }),
  ).toBeInTheDocument();
  const rows = within(screen.getByRole("list", { name: "Inbox" })).getAllByRole("listitem");
  expect(rows[0]).toHaveTextContent(/Maria Lopez.*Urgent.*5 min.*ago.*The spring broke/);
  expect(rows[1]).toHaveTextContent("A caller who gave no name");
});

it("shows a message with the number to call back", async () => {
  const { user, router } = await renderApp("/inbox");

  await user.click(await screen.findByRole("link", { name: "Maria Lopez" }));

  const message = await screen.findByRole("article", { name: "Maria Lopez" });
  expect(within(message).getByText(/Please call back/)).toBeInTheDocument();
  expect(within(message).getByRole("link", { name: "Call Maria Lopez back" })).toHaveAttribute(
    "href",
    "tel:+14155550134",
  );
  expect(router.state.location.pathname).toBe(`/inbox/${MARIA.id}`);
});

it("ticks a message off at once, and takes it back", async () => {
  const { user } = await renderApp(`/inbox/${MARIA.id}`);
  const message = await screen.findByRole("article", { name: "Maria Lopez" });

  await user.click(within(message).getByRole("button", { name: "Done" }));

  expect(
    await screen.findByRole("heading", { name: "1 message waits for you" }),
  ).toBeInTheDocument();
  expect(kept[0]?.status).toBe("done");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(
    await screen.findByRole("heading", { name: "2 messages wait for you" }),
  ).toBeInTheDocument();
  expect(kept[0]?.status).toBe("open");
});

it("puts a message back when it could not be ticked off", async () => {
  const { user } = await renderApp(`/inbox/${MARIA.id}`);
  const message = await screen.findByRole("article", { name: "Maria Lopez" });
  server.use(http.patch("*/api/v1/messages/:id", () => problem(403, "forbidden", "No.")));

  await user.click(within(message).getByRole("button", { name: "Done" }));

  expect(await screen.findByText(/Your role does not allow this/)).toBeInTheDocument();
  expect(
    await screen.findByRole("heading", { name: "2 messages wait for you" }),
  ).toBeInTheDocument();
});

it("is worked through by keys", async () => {
  const { user, router } = await renderApp("/inbox");
  await screen.findByRole("link", { name: "Maria Lopez" });

  await user.keyboard("j");
  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/inbox/${MARIA.id}`);
  });
  await user.keyboard("e");

  await waitFor(() => {
    expect(router.state.location.pathname).toBe(`/inbox/${CHEN.id}`);
  });
  expect(kept[0]?.status).toBe("done");
  await user.keyboard("/");
  expect(screen.getByRole("searchbox", { name: "Search messages" })).toHaveFocus();
});

it("searches, and keeps what was searched in the address", async () => {
  const { user, router } = await renderApp("/inbox");
  await screen.findByRole("link", { name: "Maria Lopez" });

  await user.type(screen.getByRole("searchbox", { name: "Search messages" }), "zebra");

  expect(await screen.findByText("No message has “zebra” in it.")).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ q: "zebra" });
});

it("shows what will come while nothing is there", async () => {
  kept = [];
  await renderApp("/inbox");

  expect(await screen.findByRole("heading", { name: "All caught up" })).toBeInTheDocument();
  expect(screen.getByText(/broken spring/)).toBeInTheDocument();
});

it("says so when a message is not there", async () => {
  await renderApp("/inbox/0190a000-0000-7000-8000-00000000dead");

  expect(await screen.findByText("There is nothing here, or no longer.")).toBeInTheDocument();
});

it("counts the questions of callers that wait for an answer among what is open", async () => {
  server.use(
    http.get("*/api/v1/unanswered-questions", () =>
      HttpResponse.json({ data: [{ id: "q1", question: "Are dogs allowed?" }], next_cursor: null }),
    ),
  );
  const { user } = await renderApp("/inbox");
  expect(
    await screen.findByText("One question of a caller's waits for an answer."),
  ).toBeInTheDocument();

  await user.click(screen.getByRole("radio", { name: "Done" }));

  await waitFor(() => {
    expect(screen.queryByText(/waits for an answer/)).not.toBeInTheDocument();
  });
});
