import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Schema } from "@/api/client";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { isUnpublished, named } from "./draft";
import type { Config } from "./queries";

type User = Awaited<ReturnType<typeof renderApp>>["user"];

const ID = "0190a000-0000-7000-8000-00000000000a";
const START_QUESTION: Config["intake"][number] = {
  key: "address",
  question: "What is the address?",
  required: true,
  type: "text",
  choices: [],
  ask: "always",
};
const START_ENTRY: Config["menu"][number] = {
  key: "1",
  text: "Our address",
  does: "say",
  target: null,
  say: "We are at 12 Oak Street.",
};
const START: Config = {
  name: "Sam",
  greeting: "Thanks for calling Ace.",
  disclosure: null,
  instructions: "Find out what is wrong.",
  after_hours: null,
  intake: [START_QUESTION],
  languages: ["en-US"],
  voice: "marin",
  model: null,
  speed: 1,
  listening: {
    turn_detection: "silence",
    eagerness: "auto",
    threshold: 0.5,
    prefix_ms: 300,
    silence_ms: 500,
    min_speech_ms: 500,
    noise_reduction: null,
    transcription_model: null,
  },
  greeting_interruptible: true,
  greeting_voice: null,
  engine: "realtime",
  chat_model: null,
  voicemail_greeting: null,
  transfer_targets: [],
  manner: { tone: "warm", pace: "usual" },
  greetings: { closed: null, holiday: null },
  jurisdiction: null,
  limits: { minutes: 30, spend: null },
  escalation: {
    emergency: { words: [], text: null, target: null },
    medical_text: null,
    self_harm_text: null,
    anger: { after: 2, target: null },
    rules: [],
  },
  menu: [],
};
const visit: Schema<"Service"> = {
  id: "0190a000-0000-7000-8000-00000000000b",
  name: "Visit",
  duration_minutes: 60,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  minimum_notice_minutes: 0,
  horizon_days: 730,
  staff_ids: null,
  price_text: null,
  retired_at: null,
  created_at: "2026-11-01T12:00:00Z",
  updated_at: "2026-11-01T12:00:00Z",
};

function model(name: string, more: object) {
  return {
    name,
    kind: "speech_to_speech",
    provider: "openai",
    voices: [],
    capabilities: ["noise_reduction", "semantic_vad", "speed", "transcription"],
    prices: [],
    ends_on: null,
    successor: null,
    is_default: false,
    ends_soon: false,
    ...more,
  };
}

/** A service with one receptionist, published once. */
function desk() {
  const kept = {
    draft: START,
    tag: 0,
    versions: [START],
    services: [visit],
  };
  const version = (config: Config, i: number) => ({
    id: `0190a000-0000-7000-8000-1000000000${String(i).padStart(2, "0")}`,
    receptionist_id: ID,
    number: i + 1,
    config,
    published_at: "2026-11-01T12:00:00Z",
  });
  const shown = () => ({
    ...kept.draft,
    id: ID,
    is_default: true,
    published_version: kept.versions.length,
    created_at: "2026-11-01T12:00:00Z",
    updated_at: "2026-11-01T12:00:00Z",
  });
  const answer = () => HttpResponse.json(shown(), { headers: { ETag: `"${kept.tag}"` } });
  const page = (data: object[]) => HttpResponse.json({ data, next_cursor: null });
  const path = "*/api/v1/receptionists/:id";
  server.use(
    http.get("*/api/v1/receptionists", () => page([shown()])),
    http.get(path, answer),
    http.patch(path, async ({ request }) => {
      kept.draft = { ...kept.draft, ...((await request.json()) as object) };
      kept.tag++;
      return answer();
    }),
    http.post(`${path}/publish`, ({ request }) => {
      if (request.headers.get("If-Match") !== `"${kept.tag}"`) {
        return problem(412, "stale", "The receptionist was changed meanwhile.");
      }
      kept.versions.push(kept.draft);
      return HttpResponse.json(version(kept.draft, kept.versions.length - 1));
    }),
    http.get(`${path}/differences`, () =>
      HttpResponse.json({
        differences:
          kept.draft.greeting === START.greeting
            ? []
            : [{ pointer: "/greeting", before: START.greeting, after: kept.draft.greeting }],
        problems: kept.draft.greeting.includes("{business}")
          ? [{ pointer: "/greeting", detail: "says {business}" }]
          : [],
      }),
    ),
    http.get(`${path}/prompt`, () =>
      HttpResponse.json({
        at: "2026-11-24T17:00:00Z",
        occasion: "open",
        opening: kept.draft.greeting,
        text: `# Role\n\nYou say ${kept.draft.greeting}`,
      }),
    ),
    http.get(`${path}/versions`, () => page(kept.versions.map(version).reverse())),
    http.post(`${path}/versions/:number/restore`, ({ params, request }) => {
      if (request.headers.get("If-Match") !== `"${kept.tag}"`) {
        return problem(412, "stale", "The receptionist was changed meanwhile.");
      }
      kept.draft = kept.versions[Number(params.number) - 1] ?? START;
      kept.tag++;
      return answer();
    }),
    http.get("*/api/v1/staff", () =>
      page([{ ...visit, id: "0190a000-0000-7000-8000-00000000000c", name: "Field team" }]),
    ),
    http.get("*/api/v1/services", () => page(kept.services)),
    http.get("*/api/v1/models", () =>
      page([
        model("usual-model", { voices: ["marin", "cedar"], is_default: true }),
        model("plain-model", { voices: ["alloy"], capabilities: [], ends_on: "2027-01-20" }),
        model("writer", { kind: "transcription", is_default: true }),
        model("usual-talker", { kind: "chat", is_default: true }),
        model("talker", { kind: "chat" }),
      ]),
    ),
    http.post("*/api/v1/services", async ({ request }) => {
      kept.services.unshift({
        ...visit,
        ...((await request.json()) as object),
        id: crypto.randomUUID(),
      });
      return HttpResponse.json(kept.services[0], { status: 201 });
    }),
  );
  return kept;
}

/** A part of the page by its heading. (Asking a page of this size for a role takes seconds.) */
async function part(name: string): Promise<HTMLElement> {
  const heading = await screen.findByText(name, { selector: "h2" });
  const section = heading.closest("section");
  if (section === null) {
    throw new Error(`"${name}" heads no section`);
  }
  return section;
}

/** The form of a part of the letter, opened. */
async function opened(name: string, user: User): Promise<HTMLElement> {
  const section = await part(name);
  await user.click(within(section).getByRole("button", { name: `Change: ${name}` }));
  await waitFor(async () => {
    expect((await part(name)).querySelector("form")).not.toBeNull();
  });
  return part(name);
}

it("lets callers hear a change once it is published", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const opening = await opened("How calls begin", user);
  expect(
    screen.getByRole("heading", { level: 1, name: "Sam answers for Ace Garage Doors" }),
  ).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Publish changes" })).toBeDisabled();

  await user.click(within(opening).getByLabelText("and then"));
  await user.paste("This call is recorded.");
  await user.tab();
  expect(await screen.findByText(/callers don't hear yet/)).toBeInTheDocument();
  expect(kept.versions).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Publish changes" }));

  await waitFor(() => {
    expect(kept.versions[1]?.disclosure).toBe("This call is recorded.");
  });
  await waitFor(() => {
    expect(screen.getByRole("button", { name: "Publish changes" })).toBeDisabled();
  });
});

it("shows both versions before it publishes what somebody else has changed", async () => {
  const kept = desk();
  kept.draft = { ...START, greeting: "Ace, as I read it." };
  const { user } = await renderApp("/receptionist");
  await part("How calls begin");
  kept.draft = { ...kept.draft, greeting: "Ace, as they wrote it." };
  kept.tag++;

  await user.click(screen.getByRole("button", { name: "Publish changes" }));
  const both = await screen.findByRole("dialog", { name: "Somebody else changed this too" });
  expect(within(both).getByText("Ace, as I read it.")).toBeInTheDocument();
  expect(within(both).getByText("Ace, as they wrote it.")).toBeInTheDocument();
  expect(kept.versions).toHaveLength(1);
  await user.click(within(both).getByRole("button", { name: "Keep mine" }));

  await waitFor(() => {
    expect(kept.versions[1]?.greeting).toBe("Ace, as I read it.");
  });
});

it("asks callers one more question", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const intake = await opened("What to ask callers", user);

  await user.click(within(intake).getByRole("button", { name: "Add a question" }));
  await user.click(within(intake).getByLabelText("Question 2"));
  await user.paste("How old is the door?");
  await user.tab();

  await waitFor(() => {
    expect(kept.draft.intake).toEqual([
      ...START.intake,
      {
        key: "how_old_is_the_door",
        question: "How old is the door?",
        required: true,
        type: "text",
        choices: [],
        ask: "always",
      },
    ]);
  });
});

it("reads as a letter again when it is done, with what was changed", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const opening = await opened("How calls begin", user);
  const greeting = within(opening).getByLabelText("You say");

  await user.clear(greeting);
  await user.paste("Ace, at your service.");
  await user.click(within(opening).getByRole("button", { name: "Done" }));

  expect(await screen.findByRole("button", { name: "Change: How calls begin" })).toHaveFocus();
  expect(kept.draft.greeting).toBe("Ace, at your service.");
  expect(screen.queryByLabelText("You say")).not.toBeInTheDocument();
});

it("keeps callers from interrupting the greeting", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const opening = await opened("How calls begin", user);

  await user.click(within(opening).getByLabelText("Callers may interrupt it"));
  await user.tab();

  await waitFor(() => {
    expect(kept.draft.greeting_interruptible).toBe(false);
  });
});

it("has the greeting recorded in another voice where an account has some", async () => {
  const kept = desk();
  server.use(
    http.get("*/api/v1/greeting-voices", () =>
      HttpResponse.json({ data: [{ id: "JBFqnCBsd6RM", name: "George" }], next_cursor: null }),
    ),
  );
  const { user } = await renderApp("/receptionist");
  const opening = await opened("How calls begin", user);

  await user.selectOptions(
    await within(opening).findByLabelText("Voice of the greeting"),
    "George",
  );
  await user.tab();

  await waitFor(() => {
    expect(kept.draft.greeting_voice).toBe("JBFqnCBsd6RM");
  });
});

it("lets another engine answer, and with which chat model where it needs one", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const voice = await opened("How it listens and speaks", user);
  const engine = within(voice).getByLabelText("Callers talk with");
  expect(within(voice).queryByLabelText("Chat model")).toBeNull();

  await user.selectOptions(engine, "Turn by turn");
  await user.selectOptions(within(voice).getByLabelText("Chat model"), "talker");
  await user.tab();
  await waitFor(() => {
    expect(kept.draft).toMatchObject({ engine: "turn_based", chat_model: "talker" });
  });

  await user.selectOptions(engine, "A few questions");
  await user.tab();
  await waitFor(() => {
    expect(kept.draft.engine).toBe("scripted");
  });
});

it("sets in plain words how it listens, and shows what that is exactly", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const voice = await opened("How it listens and speaks", user);
  await within(voice).findByRole("option", { name: "cedar" });

  await user.selectOptions(within(voice).getByLabelText("Voice"), "cedar");
  await user.selectOptions(
    within(voice).getByLabelText("When the caller pauses, it takes over"),
    "Patiently: after almost a second",
  );
  await user.click(within(voice).getByText("Exactly"));
  expect(within(voice).getByLabelText("Pause, in milliseconds")).toHaveValue("900");
  await user.tab();

  await waitFor(() => {
    expect(kept.draft).toMatchObject({
      voice: "cedar",
      model: null,
      listening: { turn_detection: "silence", silence_ms: 900, noise_reduction: null },
    });
  });
});

it("offers what the chosen model can do, and says until when it is there", async () => {
  desk();
  const { user } = await renderApp("/receptionist");
  const voice = await opened("How it listens and speaks", user);
  await within(voice).findByRole("option", { name: "plain-model, until Jan 20, 2027" });

  await user.selectOptions(within(voice).getByLabelText("Speech model"), "plain-model");

  expect(within(voice).getByRole("option", { name: "alloy" })).toBeInTheDocument();
  expect(within(voice).getByLabelText("Speed")).toBeDisabled();
  expect(
    within(voice).queryByRole("option", { name: "When what was said sounds finished" }),
  ).not.toBeInTheDocument();
});

it("goes back to an earlier version", async () => {
  const kept = desk();
  kept.draft = { ...START, greeting: "Ace, hello." };
  kept.versions.push(kept.draft);
  const { user } = await renderApp("/receptionist");
  const versions = await part("Earlier versions");

  await user.click(within(versions).getByRole("button", { name: "Edit this one again" }));
  const dialog = await screen.findByRole("dialog", { name: "Go back to version 1?" });
  await user.click(within(dialog).getByRole("button", { name: "Edit this one again" }));

  expect(await screen.findByText("Thanks for calling Ace.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Publish changes" })).toBeEnabled();
});

it("shows both versions before it replaces what somebody else has changed", async () => {
  const kept = desk();
  kept.versions.push({ ...START, greeting: "Ace, hello." });
  const { user } = await renderApp("/receptionist");
  const versions = await part("Earlier versions");
  kept.draft = { ...kept.draft, greeting: "Ace, as they wrote it." };
  kept.tag++;

  await user.click(within(versions).getByRole("button", { name: "Edit this one again" }));
  const dialog = await screen.findByRole("dialog", { name: "Go back to version 1?" });
  await user.click(within(dialog).getByRole("button", { name: "Edit this one again" }));
  const both = await screen.findByRole("dialog", { name: "Somebody else changed this too" });
  expect(within(both).getByText("Ace, as they wrote it.")).toBeInTheDocument();
  expect(kept.draft.greeting).toBe("Ace, as they wrote it.");
  await user.click(within(both).getByRole("button", { name: "Keep mine" }));

  await waitFor(() => {
    expect(kept.draft.greeting).toBe("Thanks for calling Ace.");
  });
});

it("adds something that can be booked", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const services = await part("What can be booked");

  await user.click(within(services).getByRole("button", { name: "Add a service" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a service" });
  await user.click(within(dialog).getByLabelText("What it is"));
  await user.paste("Gate check");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));

  expect(await within(services).findByText("Gate check")).toBeInTheDocument();
  expect(kept.services[0]).toMatchObject({ duration_minutes: 60, price_text: null });
});

it("says why the last service stays", async () => {
  desk();
  server.use(
    http.delete("*/api/v1/services/:id", () =>
      problem(409, "last_service", "This is the only service: add another first."),
    ),
  );
  const { user } = await renderApp("/receptionist");
  const services = await part("What can be booked");

  await user.click(await within(services).findByRole("button", { name: "Remove Visit" }));
  await user.click(await screen.findByRole("button", { name: "Remove" }));

  expect(
    await screen.findByText("This is the only service: add another first."),
  ).toBeInTheDocument();
  expect(within(services).getByText("Visit")).toBeInTheDocument();
});

it("plays the greeting, waiting while it is being made", async () => {
  desk();
  let asked = 0;
  server.use(
    http.get("*/greeting-audio", () =>
      ++asked === 1
        ? problem(404, "not_found", "There is no recorded greeting.")
        : HttpResponse.arrayBuffer(new Uint8Array([1, 2, 3]).buffer),
    ),
  );
  const started = vi.fn();
  vi.stubGlobal(
    "AudioContext",
    class {
      decodeAudioData = (sound: ArrayBuffer) => Promise.resolve(sound);
      createBufferSource = () => ({ connect: vi.fn(), start: started });
      close = () => Promise.resolve();
    },
  );
  const { user } = await renderApp("/receptionist");
  const opening = await opened("How calls begin", user);

  await user.click(within(opening).getByRole("button", { name: "Hear the greeting" }));

  expect(await within(opening).findByRole("button", { name: "Stop" })).toBeInTheDocument();
  expect(started).toHaveBeenCalledOnce();
  await user.click(within(opening).getByRole("button", { name: "Stop" }));
  expect(within(opening).getByRole("button", { name: "Hear the greeting" })).toBeEnabled();
});

it("says why the greeting is not recorded, and has it tried again", async () => {
  desk();
  const missing = { recorded: false, problem: "used_up", failed_at: "2026-11-20T15:00:00Z" };
  server.use(
    http.get("*/receptionists/:id/greeting", () => HttpResponse.json(missing)),
    http.post("*/receptionists/:id/greeting", () =>
      HttpResponse.json({ recorded: true, problem: null, failed_at: null }),
    ),
  );
  const { user } = await renderApp("/receptionist");

  const notice = await screen.findByRole("alert");
  expect(notice).toHaveTextContent("Your plan at ElevenLabs has no characters left.");
  expect(within(notice).getByRole("link", { name: "To your accounts" })).toBeInTheDocument();
  await user.click(within(notice).getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("The greeting is recorded")).toBeInTheDocument();
  expect(screen.queryByText(/no characters left/)).not.toBeInTheDocument();
});

it("says nothing of a greeting that is in the making", async () => {
  desk();
  server.use(
    http.get("*/receptionists/:id/greeting", () =>
      HttpResponse.json({ recorded: false, problem: null, failed_at: null }),
    ),
  );
  await renderApp("/receptionist");
  await part("What can be booked");

  expect(screen.queryByText("The greeting could not be recorded")).not.toBeInTheDocument();
});

it("names new answers after their question, once each, and keeps the names of old ones", () => {
  const questions = [
    "What is the address?",
    "¿Cuántas puertas?",
    "24/7?",
    "",
    "What is the address?",
  ];

  expect(
    named([
      { ...START_QUESTION, key: "what", question: "What?" },
      ...questions.map((question) => ({ ...START_QUESTION, key: "", question })),
    ]).map(({ key }) => key),
  ).toEqual([
    "what",
    "what_is_the_address",
    "cuantas_puertas",
    "question",
    "question_2",
    "what_is_the_address_2",
  ]);
});

it("knows whether the draft is what callers hear", () => {
  const draft = { ...START, id: ID, is_default: true, created_at: "", updated_at: "" };

  expect(isUnpublished(draft, START)).toBe(false);
  expect(isUnpublished({ ...draft, languages: ["es"] }, START)).toBe(true);
  expect(isUnpublished(draft, undefined)).toBe(true);
});

it("names somebody who takes calls in person, and takes them away again", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const people = await part("Who takes calls in person");

  await user.click(within(people).getByRole("button", { name: "Add a person" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a person" });
  await user.click(within(dialog).getByLabelText("Name"));
  await user.paste("Maria");
  await user.click(within(dialog).getByLabelText("Telephone number"));
  await user.paste("+1 415 555 0134");
  await user.selectOptions(within(dialog).getByLabelText("When they take calls"), "own_hours");
  await user.click(await within(dialog).findByRole("button", { name: /Monday/ }));
  await user.click(within(dialog).getByRole("button", { name: "Save" }));

  expect(await within(people).findByText("Maria")).toBeInTheDocument();
  expect(kept.draft.transfer_targets).toMatchObject([
    {
      name: "Maria",
      number: "+14155550134",
      expertise: null,
      reachable: "own_hours",
      hours: { monday: [{ opens: "09:00", closes: "17:00" }], sunday: [] },
      mode: "warm",
    },
  ]);

  await user.click(within(people).getByRole("button", { name: "Remove Maria" }));
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  await waitFor(() => expect(kept.draft.transfer_targets).toEqual([]));
});

it("shows what callers do not hear yet, and why it cannot be published", async () => {
  const kept = desk();
  kept.draft = { ...START, greeting: "Hello from {business}." };
  await renderApp("/receptionist");
  const unheard = await part("What callers do not hear yet");

  expect(await within(unheard).findByText("Greeting: says {business}")).toBeInTheDocument();
  expect(within(unheard).getByText("Thanks for calling Ace.")).toBeInTheDocument();
  expect(within(unheard).getByText("Hello from {business}.")).toBeInTheDocument();
  expect(within(unheard).getByRole("button", { name: "Hear your draft" })).toBeInTheDocument();
});

it("shows what the model is told", async () => {
  desk();
  const { user } = await renderApp("/receptionist");
  const told = await part("What it reads before a call");

  await user.click(within(told).getByRole("button", { name: "Show it" }));

  expect(await within(told).findByText(/You say Thanks for calling Ace/)).toBeInTheDocument();
});

it("says in the letter what happens when it is serious, and changes it", async () => {
  const kept = desk();
  kept.draft = {
    ...START,
    escalation: {
      ...START.escalation,
      emergency: { words: ["smell gas"], text: "Get out.", target: null },
    },
  };
  const { user } = await renderApp("/receptionist");
  expect(
    within(await part("When it is serious")).getByText(
      "If somebody says smell gas, you say “Get out.”.",
    ),
  ).toBeInTheDocument();
  const serious = await opened("When it is serious", user);

  await user.click(within(serious).getByLabelText("In a medical emergency callers hear"));
  await user.paste("Call 911 now.");
  await user.tab();

  await waitFor(() => {
    expect(kept.draft.escalation).toEqual({
      emergency: { words: ["smell gas"], text: "Get out.", target: null },
      medical_text: "Call 911 now.",
      self_harm_text: null,
      anger: { after: 2, target: null },
      rules: [],
    });
  });
});

it("says in the letter which keys are offered, and adds, changes and removes one", async () => {
  const kept = desk();
  kept.draft = {
    ...START,
    menu: [START_ENTRY],
  };
  const { user } = await renderApp("/receptionist");
  expect(
    within(await part("Keys to press")).getByText(/^Our address: press 1\./),
  ).toHaveTextContent("Our address: press 1. You say “We are at 12 Oak Street.”");
  const menu = await opened("Keys to press", user);

  await user.click(within(menu).getByRole("button", { name: "Add a key" }));
  expect(within(menu).getByLabelText("Key of entry 2")).toHaveValue("2");
  await user.type(within(menu).getByLabelText("What entry 2 is for"), "Anything else");
  await user.tab();

  const second = { key: "2", text: "Anything else", does: "talk", target: null, say: null };
  await waitFor(() => {
    expect(kept.draft.menu).toEqual([START_ENTRY, second]);
  });

  await user.selectOptions(within(menu).getByLabelText("Entry 1 leads to"), "A message");
  await user.tab();
  await waitFor(() => {
    expect(kept.draft.menu[0]).toEqual({ ...START_ENTRY, does: "message", say: null });
  });

  await user.click(within(menu).getByRole("button", { name: "Remove entry 1" }));
  await user.tab();
  await waitFor(() => {
    expect(kept.draft.menu).toEqual([second]);
  });
});
