import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, server } from "@/testing/server";
import type { Call, CallEvent, Turn } from "./queries";

const ID = "0190a000-0000-7000-8000-0000000000c2";

const call: Call = {
  id: ID,
  call_sid: "CA0002",
  direction: "inbound",
  state: "completed",
  outcome: "answered",
  from: "+14155550134",
  to: "+14155550100",
  caller_name: "Maria Lopez",
  started_at: "2026-11-20T14:41:00Z",
  answered_at: "2026-11-20T14:41:00Z",
  ended_at: "2026-11-20T14:41:30Z",
  duration_s: 30,
  engine: "realtime",
  fallbacks: [],
  test: false,
  analyzed_at: "2026-11-20T14:42:00Z",
  latency: {
    answer_ms: 85,
    first_word_ms: 12,
    reply_median_ms: 710,
    reply_p95_ms: 960,
    reply_slowest_ms: 1400,
  },
  cost: {
    amount_micros: 117_550,
    currency: "USD",
    prices_as_of: "2026-11-20",
    items: [
      {
        kind: "speech",
        model: "gpt-realtime-2.1",
        amount_micros: 117_550,
        tokens: {
          text_in: 1000,
          text_cached: 0,
          text_out: 200,
          audio_in: 600,
          audio_cached: 5000,
          audio_out: 1200,
          audio_ms: 0,
        },
      },
      { kind: "telephone", unknown: "not_yet" },
    ],
  },
};

const turns: Turn[] = [
  {
    index: 0,
    speaker: "caller",
    text: "Do you fix gates?",
    interrupted: false,
    tool_calls: [],
    started_at: "2026-11-20T14:41:04Z",
    ended_at: "2026-11-20T14:41:08Z",
  },
  {
    index: 1,
    speaker: "receptionist",
    text: "Yes, we do.",
    interrupted: false,
    tool_calls: [],
    started_at: "2026-11-20T14:41:09Z",
    ended_at: "2026-11-20T14:41:11Z",
    reply_ms: 710,
  },
];

const happened: CallEvent[] = [
  { at: "2026-11-20T14:41:00Z", type: "begun", data: { version: 1 }, effects: [] },
  {
    at: "2026-11-20T14:41:00.250Z",
    type: "stream_started",
    data: {},
    effects: [{ type: "play_greeting" }],
  },
  {
    at: "2026-11-20T14:41:08.500Z",
    type: "caller_transcribed",
    data: { item_id: "u1", text: "Do you fix gates?" },
    effects: [{ type: "store_turn", turn: { text: "Do you fix gates?" } }],
  },
];

function held() {
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/calls", () => HttpResponse.json({ data: [call], next_cursor: null })),
    http.get(`*/api/v1/calls/${ID}`, () => HttpResponse.json(call)),
    http.get(`*/api/v1/calls/${ID}/transcript`, () => HttpResponse.json({ turns })),
    http.get(`*/api/v1/calls/${ID}/events`, ({ request }) => {
      const cursor = new URL(request.url).searchParams.get("cursor");
      asked.push(cursor ?? "");
      return HttpResponse.json(
        cursor === null
          ? { data: happened, next_cursor: "3" }
          : {
              data: [
                { at: "2026-11-20T14:41:20Z", type: "pigs_flew", data: {}, effects: [] },
                {
                  at: "2026-11-20T14:41:30Z",
                  type: "stream_ended",
                  data: {},
                  effects: [{ type: "close", reason: "caller_hung_up" }],
                },
              ],
              next_cursor: null,
            },
      );
    }),
  );
  return asked;
}

it("says beside each answer how long the caller waited for it", async () => {
  held();
  await renderApp(`/calls/${ID}`);

  const spoken = await screen.findByRole("region", { name: "Word for word" });
  expect(within(spoken).getByText(/after 0.7 sec/)).toBeVisible();
  expect(within(spoken).getAllByText(/after/)).toHaveLength(1);
});

it("itemises the cost with what was taken, and how quick all of it was", async () => {
  held();
  await renderApp(`/calls/${ID}`);

  expect(
    await screen.findByText(
      "gpt-realtime-2.1 · Sound: 600 in, 5,000 in again, 1,200 out · Text: 1,000 in, 200 out",
    ),
  ).toBeVisible();
  expect(screen.getByText(/your carrier tells it some time after/)).toBeVisible();
  expect(screen.getByText("Taking the call").nextSibling).toHaveTextContent("85 ms");
  expect(screen.getByText("Reply, 19 of 20 times").nextSibling).toHaveTextContent("1.0 sec");
});

it("tells exactly what happened to whoever asks, and nobody else", async () => {
  const asked = held();
  await renderApp(`/calls/${ID}`);

  const fold = await screen.findByRole("button", { name: "Exactly what happened" });
  expect(fold).toHaveAttribute("aria-expanded", "false");
  expect(asked).toEqual([]);
  fireEvent.click(fold);

  expect(await screen.findByText("The line is open")).toBeVisible();
  expect(screen.getByText(/plays the greeting/)).toBeVisible();
  expect(screen.getByText("The caller’s words are written down").parentElement).toHaveTextContent(
    "Do you fix gates?",
  );
  fireEvent.click(await screen.findByRole("button", { name: "Show more" }));
  expect(await screen.findByText("pigs flew")).toBeVisible();
  expect(screen.getByText(/closes the record/)).toBeVisible();
  expect(asked).toEqual(["", "3"]);
});
