import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, HttpResponse, problem, server } from "@/testing/server";
import type { Entry, Unanswered } from "./queries";

const RECEPTIONIST = "0190a000-0000-7000-8000-0000000000d1";
const GATES: Entry = {
  id: "0190a000-0000-7000-8000-0000000000e1",
  receptionist_id: RECEPTIONIST,
  kind: "question",
  title: "Do you fix gates?",
  text: "Yes, from 300 dollars.",
  file_name: null,
  expires_at: null,
  created_at: "2026-11-20T15:00:00Z",
  updated_at: "2026-11-20T15:00:00Z",
};
const DOGS: Unanswered = {
  id: "0190a000-0000-7000-8000-0000000000f1",
  receptionist_id: RECEPTIONIST,
  question: "Are dogs allowed?",
  call_id: "0190a000-0000-7000-8000-0000000000c1",
  times_asked: 3,
  status: "open",
  entry_id: null,
  last_asked_at: "2026-11-20T15:00:00Z",
  created_at: "2026-11-20T15:00:00Z",
  updated_at: "2026-11-20T15:00:00Z",
};
let kept: Entry[];
let asked: Unanswered[];
let sent: Record<string, unknown>[];

beforeEach(() => {
  kept = [GATES];
  asked = [];
  sent = [];
  const list = `*/api/v1/receptionists/${RECEPTIONIST}/knowledge`;
  server.use(
    http.get("*/api/v1/receptionists", () =>
      HttpResponse.json({ data: [{ id: RECEPTIONIST, is_default: true }], next_cursor: null }),
    ),
    http.get(list, () => HttpResponse.json({ data: kept, next_cursor: null })),
    http.post(list, async ({ request }) => {
      const made = (await request.json()) as Partial<Entry>;
      sent.push(made);
      kept = [{ ...GATES, ...made, text: made.text ?? "As read.", id: `${GATES.id}2` }, ...kept];
      return HttpResponse.json(kept[0], { status: 201 });
    }),
    http.get(`${list}/:id`, () => HttpResponse.json(GATES, { headers: { ETag: '"0"' } })),
    http.patch(`${list}/:id`, async ({ request }) => {
      const patch = (await request.json()) as Partial<Entry>;
      sent.push(patch);
      kept = [{ ...GATES, ...patch }];
      return HttpResponse.json(kept[0], { headers: { ETag: '"1"' } });
    }),
    http.delete(`${list}/:id`, () => {
      kept = [];
      return new HttpResponse(null, { status: 204 });
    }),
    http.get("*/api/v1/unanswered-questions", () =>
      HttpResponse.json({ data: asked, next_cursor: null }),
    ),
    http.post("*/api/v1/unanswered-questions/:id/answer", async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>);
      asked = [];
      return HttpResponse.json({ ...DOGS, status: "answered" });
    }),
    http.delete("*/api/v1/unanswered-questions/:id", () => {
      asked = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

it("adds what holds until the end of a day by the business's clock", async () => {
  const { user } = await renderApp("/receptionist/knowledge");
  await user.click(await screen.findByRole("button", { name: "Add a question" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("What callers ask"), "Any offers?");
  await user.type(within(dialog).getByLabelText("What to answer"), "Ten percent off.");
  await user.type(within(dialog).getByLabelText("Holds until"), "2026-12-24");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));

  expect(await screen.findByText("Any offers?")).toBeInTheDocument();
  expect(sent[0]).toMatchObject({
    kind: "question",
    title: "Any offers?",
    text: "Ten percent off.",
    expires_at: "2026-12-25T05:00:00.000Z",
  });
  expect(screen.getByText("Holds until Dec 24, 2026")).toBeInTheDocument();
});

async function chooseDocument(file: File) {
  const { user } = await renderApp("/receptionist/knowledge");
  await user.click(await screen.findByRole("button", { name: "Add a document" }));
  const dialog = await screen.findByRole("dialog");
  const input = dialog.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) {
    throw new Error("there is nothing to choose a file with");
  }
  await user.upload(input, file);
  return { user, dialog: within(dialog) };
}

it("sends a PDF as it is, shows how far it is, and says what is wrong with it", async () => {
  const prices = new File(["%PDF-"], "prices.pdf", { type: "application/pdf" });
  const { user, dialog } = await chooseDocument(prices);
  expect(await dialog.findByDisplayValue("prices")).toBeInTheDocument();
  let asked: Request | undefined;
  let answer: (refusal: Response) => void = () => undefined;
  server.use(
    http.post("*/knowledge/documents", ({ request }) => {
      asked = request.clone();
      return new Promise<Response>((resolve) => {
        answer = resolve;
      });
    }),
  );

  await user.click(dialog.getByRole("button", { name: "Save" }));

  expect(await dialog.findByRole("progressbar", { name: "Sending the file" })).toBeInTheDocument();
  await waitFor(() => expect(asked).toBeDefined());
  expect(new URL(asked?.url ?? "").searchParams.get("title")).toBe("prices");
  expect(new URL(asked?.url ?? "").searchParams.get("file_name")).toBe("prices.pdf");
  expect(asked?.headers.get("Content-Type")).toBe("application/pdf");
  expect(asked?.headers.get("Authorization")).toBe("Bearer token-1");
  answer(problem(422, "invalid", "See errors.", [{ pointer: "/file", detail: "is locked" }]));
  expect(await dialog.findByText(/is locked/i)).toBeInTheDocument();
  expect(dialog.queryByRole("progressbar")).not.toBeInTheDocument();
  expect(dialog.getByDisplayValue("prices")).toBeInTheDocument();
});

it("keeps what is known of a file that was sent", async () => {
  server.use(
    http.post("*/knowledge/documents", () => {
      kept = [{ ...GATES, kind: "document", title: "prices", text: "As read." }];
      return HttpResponse.json(kept[0], { status: 201 });
    }),
  );
  const { user, dialog } = await chooseDocument(
    new File(["%PDF-"], "prices.pdf", { type: "application/pdf" }),
  );
  await user.click(dialog.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("As read.")).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

it("shows the text of a short file, and sends nothing that is too large", async () => {
  const { user, dialog } = await chooseDocument(
    new File(["We fix gates."], "gates.md", { type: "text/markdown" }),
  );
  expect(await dialog.findByDisplayValue("We fix gates.")).toBeInTheDocument();

  const huge = new File(["x".repeat(10 * 1024 * 1024 + 1)], "huge.txt", { type: "text/plain" });
  const input = screen.getByRole("dialog").querySelector<HTMLInputElement>("input[type=file]");
  await user.upload(input as HTMLInputElement, huge);

  expect(await dialog.findByText(/has more than 10 MB/)).toBeInTheDocument();
});

it("changes what was changed and nothing else, and takes out", async () => {
  const { user } = await renderApp("/receptionist/knowledge");
  await user.click(await screen.findByRole("button", { name: "Edit Do you fix gates?" }));
  const dialog = await screen.findByRole("dialog");
  const text = within(dialog).getByLabelText("What to answer");
  await user.clear(text);
  await user.type(text, "No.");
  await user.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent).toEqual([{ text: "No." }]));

  await user.click(await screen.findByRole("button", { name: "Take out Do you fix gates?" }));
  await user.click(await screen.findByRole("button", { name: "Take out" }));
  expect(await screen.findByText("Nothing here yet")).toBeInTheDocument();
});

it("says at its field why an answer is refused, and keeps what was typed", async () => {
  asked = [DOGS];
  server.use(
    http.post("*/api/v1/unanswered-questions/:id/answer", () =>
      problem(422, "invalid", "See errors.", [{ pointer: "/text", detail: "is too long" }]),
    ),
  );
  const { user } = await renderApp("/receptionist/knowledge");
  await user.click(await screen.findByRole("button", { name: "Answer Are dogs allowed?" }));
  const dialog = await screen.findByRole("dialog");
  const text = within(dialog).getByLabelText("What to answer");
  await user.type(text, "Yes.");
  await user.click(within(dialog).getByRole("button", { name: "Answer" }));

  expect(await within(dialog).findByText(/is too long/i)).toBeInTheDocument();
  expect(text).toHaveValue("Yes.");
});

it("answers what was asked in vain", async () => {
  asked = [DOGS];
  const { user } = await renderApp("/receptionist/knowledge");
  expect(
    await screen.findByRole("heading", { name: "One question waits for your answer" }),
  ).toBeInTheDocument();
  expect(screen.getByText(/Asked on 3 calls/)).toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Answer Are dogs allowed?" }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("What to answer"), "Yes, on a lead.");
  await user.click(within(dialog).getByRole("button", { name: "Answer" }));

  await waitFor(() =>
    expect(sent).toEqual([{ question: "Are dogs allowed?", text: "Yes, on a lead." }]),
  );
  expect(
    await screen.findByRole("heading", { name: "What your receptionist knows" }),
  ).toBeInTheDocument();
});
