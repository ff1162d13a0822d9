import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Call, LiveEvent } from "./events";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, live, server } from "@/testing/server";

const AT = "2026-11-21T15:00:00Z";

function call(id: string, more: Partial<Call> = {}): Call {
  return {
    id,
    test: false,
    call_sid: `CA${id}`,
    direction: "inbound",
    state: "in_progress",
    from: "+14155550134",
    to: "+14155550100",
    caller_name: null,
    started_at: AT,
    answered_at: AT,
    engine: "realtime",
    fallbacks: [],
    ...more,
  };
}

type Data<Type extends LiveEvent["type"]> = LiveEvent extends infer Any
  ? Any extends { type: infer Types; data: infer Held }
    ? Type extends Types
      ? Held
      : never
    : never
  : never;

/** The service's side of the live connection: sends the snapshot, then what it is given. */
function line(snapshot: Data<"live.snapshot">["calls"] = []) {
  const lines: { send: (text: string) => void; close: () => void }[] = [];
  server.use(
    live.addEventListener("connection", ({ client }) => {
      lines.push(client);
      client.send(JSON.stringify({ type: "live.snapshot", at: AT, data: { calls: snapshot } }));
    }),
  );
  return {
    lines,
    tell: <Type extends LiveEvent["type"]>(type: Type, data: Data<Type>) => {
      lines.at(-1)?.send(JSON.stringify({ type, at: AT, data }));
    },
  };
}

it("says that nobody is on the phone, and what will be seen here", async () => {
  line();
  await renderApp("/live");

  expect(
    await screen.findByRole("heading", { name: "Nobody is on the phone right now" }),
  ).toBeInTheDocument();
  expect(screen.getByText("All quiet")).toBeInTheDocument();
});

it("shows a call's words as they are spoken, and what is being done", async () => {
  const { tell } = line();
  await renderApp("/live");
  await screen.findByText("All quiet");

  tell("call.started", call("1", { caller_name: "Maria Lopez" }));
  const card = await screen.findByRole("article", { name: "Maria Lopez" });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
    "Somebody is on the phone right now",
  );
  tell("turn.partial", { call_id: "1", index: 0, speaker: "receptionist", text: "Thanks for" });
  expect(await within(card).findByText("Thanks for")).toBeInTheDocument();
  expect(within(card).getByText("Frontdesk")).toBeInTheDocument();
  tell("turn.partial", { call_id: "1", index: 1, speaker: "caller", text: "My garage" });
  expect(await within(card).findByText("My garage")).toBeInTheDocument();
  expect(within(card).getByText("Thanks for")).toBeInTheDocument();
  tell("turn.partial", { call_id: "1", index: 2, speaker: "receptionist", text: "Oh dear" });
  expect(await within(card).findByText("Oh dear")).toBeInTheDocument();
  expect(within(card).queryByText("Thanks for")).not.toBeInTheDocument();
  expect(within(card).getByText("My garage")).toBeInTheDocument();
  tell("tool.started", { call_id: "1", name: "schedule_appointment" });
  expect(await within(card).findByText("checking the calendar…")).toBeInTheDocument();
  expect(within(card).queryByText("My garage")).not.toBeInTheDocument();
  tell("tool.finished", { call_id: "1", name: "schedule_appointment", ok: true });
  await waitFor(() => {
    expect(within(card).queryByText("checking the calendar…")).not.toBeInTheDocument();
  });
});

it("opens a card to the whole conversation", async () => {
  const { tell } = line([
    {
      ...call("1"),
      turns: [
        {
          index: 0,
          speaker: "receptionist",
          text: "Ace, good morning to you",
          heard_text: "Ace, good",
          interrupted: true,
          tool_calls: [],
          started_at: AT,
          ended_at: AT,
        },
      ],
      partial: { index: 1, speaker: "caller", text: "Hi" },
      tool: null,
    },
  ]);
  const { user } = await renderApp("/live");

  await user.click(await screen.findByRole("button", { name: /More of the call with \+1 415/ }));

  expect(screen.getByText("interrupted")).toBeInTheDocument();
  expect(screen.getByTitle("Not heard: the caller cut in")).toHaveTextContent("morning to you");
  tell("turn.final", {
    call_id: "1",
    index: 1,
    speaker: "caller",
    text: "Hi, my door is stuck.",
    interrupted: false,
    tool_calls: [],
    started_at: AT,
    ended_at: AT,
  });
  expect(await screen.findByText("Hi, my door is stuck.")).toBeInTheDocument();
});

it("keeps a call that has ended in sight, and says what it was about when that is known", async () => {
  const { tell } = line([{ ...call("1"), turns: [], partial: null, tool: null }]);
  await renderApp("/live");
  await screen.findByRole("article");

  const ended = call("1", { state: "completed", ended_at: AT, outcome: "message_taken" });
  tell("call.ended", ended);
  expect(await screen.findByText("Being summed up…")).toBeInTheDocument();
  tell("call.analyzed", { ...ended, summary: "Wants the boiler looked at." });

  expect(await screen.findByText("Wants the boiler looked at.")).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Just ended" })).toBeInTheDocument();
  expect(screen.queryByRole("article")).not.toBeInTheDocument();
});

it("comes back by itself after the line was lost, and fills the gap", async () => {
  const calls: Data<"live.snapshot">["calls"] = [];
  const { lines } = line(calls);
  await renderApp("/live");
  await screen.findByText("All quiet");

  calls.push({
    ...call("7"),
    turns: [],
    partial: { index: 0, speaker: "caller", text: "Was said meanwhile" },
    tool: null,
  });
  lines.at(-1)?.close();

  expect(await screen.findByText(/The line to Frontdesk is lost/)).toBeInTheDocument();
  expect(await screen.findByText(/Was said meanwhile/)).toBeInTheDocument();
  expect(screen.queryByText(/The line to Frontdesk is lost/)).not.toBeInTheDocument();
});

it("reads lists again when something happens to what they show", async () => {
  let read = 0;
  server.use(
    http.get("*/api/v1/calls", () => {
      read += 1;
      return HttpResponse.json({ data: [], next_cursor: null });
    }),
  );
  const { tell } = line();
  await renderApp("/calls");
  await screen.findByText("No calls yet");
  const before = read;

  tell("call.started", call("1"));

  await waitFor(() => {
    expect(read).toBeGreaterThan(before);
  });
});
