import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Schema } from "@/api/client";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { isUnpublished, named } from "./draft";
import type { Config } from "./queries";

const ID = "0190a000-0000-7000-8000-00000000000a";
const START: Config = {
  name: "Sam",
  greeting: "Thanks for calling Ace.",
  disclosure: null,
  instructions: "Find out what is wrong.",
  after_hours: null,
  intake: [{ key: "address", question: "What is the address?", required: true }],
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
};
const visit: Schema<"Service"> = {
  id: "0190a000-0000-7000-8000-00000000000b",
  name: "Visit",
  duration_minutes: 60,
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

it("lets callers hear a change once it is published", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const opening = await part("How calls begin");
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
  const intake = await part("What to ask callers");

  await user.click(within(intake).getByRole("button", { name: "Add a question" }));
  await user.click(within(intake).getByLabelText("Question 2"));
  await user.paste("How old is the door?");
  await user.tab();

  await waitFor(() => {
    expect(kept.draft.intake).toEqual([
      ...START.intake,
      { key: "how_old_is_the_door", question: "How old is the door?", required: true },
    ]);
  });
});

it("keeps callers from interrupting the greeting", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const opening = await part("How calls begin");

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
  const opening = await part("How calls begin");

  await user.selectOptions(
    await within(opening).findByLabelText("Voice of the greeting"),
    "George",
  );
  await user.tab();

  await waitFor(() => {
    expect(kept.draft.greeting_voice).toBe("JBFqnCBsd6RM");
  });
});

it("sets in plain words how it listens, and shows what that is exactly", async () => {
  const kept = desk();
  const { user } = await renderApp("/receptionist");
  const voice = await part("How it listens and speaks");
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
  const voice = await part("How it listens and speaks");
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

  expect(await screen.findByDisplayValue("Thanks for calling Ace.")).toBeInTheDocument();
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
  const opening = await part("How calls begin");

  await user.click(within(opening).getByRole("button", { name: "Hear the greeting" }));

  expect(await within(opening).findByRole("button", { name: "Stop" })).toBeInTheDocument();
  expect(started).toHaveBeenCalledOnce();
  await user.click(within(opening).getByRole("button", { name: "Stop" }));
  expect(within(opening).getByRole("button", { name: "Hear the greeting" })).toBeEnabled();
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
      { key: "what", question: "What?", required: true },
      ...questions.map((question) => ({ key: "", question, required: false })),
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
