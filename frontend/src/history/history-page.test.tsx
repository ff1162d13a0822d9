import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { http, HttpResponse, server, tokens } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { historyFilter, question } from "./filter";
import type { Line } from "./queries";

const CHROME =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
const BOOKKEEPER = "0190a000-0000-7000-8000-00000000000c";

const line = (more: Partial<Line>): Line => ({
  id: crypto.randomUUID(),
  actor: {
    kind: "user",
    id: tokens.user.id,
    name: "ana@example.com",
    address: "203.0.113.7",
    user_agent: CHROME,
  },
  action: "update",
  resource: "business",
  resource_id: null,
  changes: [],
  created_at: "2026-11-20T14:41:00Z",
  ...more,
});

const hours = line({
  changes: [
    {
      pointer: "/hours/monday",
      before: [{ opens: "09:00", closes: "17:00" }],
      after: [],
    },
  ],
});
const invited = line({
  action: "create",
  resource: "invitation",
  actor: { kind: "api_client", id: BOOKKEEPER, name: "Bookkeeper", address: "198.51.100.4" },
  changes: [
    { pointer: "/email", before: null, after: "ben@example.com" },
    { pointer: "/role", before: null, after: "viewer" },
  ],
});

/** A service with these lines; answers with the questions that it was asked. */
function log(...lines: Line[]) {
  const asked: string[] = [];
  const page = (data: object[]) => HttpResponse.json({ data, next_cursor: null });
  server.use(
    http.get("*/api/v1/audit-log", ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams.toString());
      const what = searchParams.get("resource");
      return page(lines.filter(({ resource }) => what === null || resource === what));
    }),
    http.get("*/api/v1/team/members", () =>
      page([
        {
          id: "0190a000-0000-7000-8000-00000000000a",
          user_id: tokens.user.id,
          name: "Ana Lopez",
          email: "ana@example.com",
          role: "owner",
          created_at: "2026-11-01T12:00:00Z",
        },
      ]),
    ),
    http.get("*/api/v1/api-clients", () => page([])),
    http.get("*/api/v1/receptionists", () => page([])),
    http.get("*/api/v1/staff", () => page([])),
  );
  return asked;
}

/** The item of the list that says so. */
async function item(text: string): Promise<HTMLElement> {
  const found = (await screen.findByText(text, { selector: "b" })).closest("li");
  if (found === null) {
    throw new Error(`"${text}" is in no list`);
  }
  return found;
}

describe("the audit log", () => {
  it("says who did what, and from where", async () => {
    log(hours, invited);
    await renderApp("/settings/history");

    expect(await item("Ana Lopez")).toHaveTextContent(
      /Ana Lopez changed the opening hours.*203\.0\.113\.7 · Chrome, Linux/,
    );
    expect(await item("Bookkeeper (program)")).toHaveTextContent(
      /Bookkeeper \(program\) invited somebody: ben@example\.com.*198\.51\.100\.4/,
    );
  });

  it("shows what was there before, and after", async () => {
    log(hours);
    const { user } = await renderApp("/settings/history");

    const changes = within(await item("Ana Lopez"));
    await user.click(changes.getByText("Ana Lopez"));

    expect(changes.getByText("Opening hours · Monday")).toBeVisible();
    expect(changes.getByText("09:00–17:00")).toBeVisible();
    expect(changes.getByText("closed")).toBeVisible();
  });

  it("shows of a list only what changed in it, with all that matters of each", async () => {
    const size = {
      key: "size",
      question: "Which size?",
      type: "text",
      required: false,
      choices: [],
      ask: "always",
    };
    const name = { ...size, key: "name", question: "Your name?" };
    log(
      line({
        resource: "receptionist",
        changes: [
          {
            pointer: "/intake",
            before: [name, size],
            after: [name, { ...size, type: "choice", choices: ["small", "large"], required: true }],
          },
        ],
      }),
    );
    const { user } = await renderApp("/settings/history");

    const changes = within(await item("Ana Lopez"));
    await user.click(changes.getByText("Ana Lopez"));

    expect(changes.getByText("Which size? · Any words · Everybody")).toBeVisible();
    expect(
      changes.getByText("Which size? · One of several · small · large · Everybody · Always ask"),
    ).toBeVisible();
    expect(changes.queryByText(/Your name/)).not.toBeInTheDocument();
  });

  it("narrows by person, kind and days, in the address", async () => {
    const asked = log(hours, invited);
    const { user, router } = await renderApp("/settings/history");
    await item("Ana Lopez");

    await user.selectOptions(screen.getByLabelText("Who"), "Ana Lopez");
    await user.selectOptions(screen.getByLabelText("What"), "Invitations");
    await user.selectOptions(screen.getByLabelText("Days"), "Today");

    await item("Bookkeeper (program)");
    expect(router.latestLocation.search).toEqual({
      who: tokens.user.id,
      what: "invitation",
      days: "today",
    });
    expect(asked.at(-1)).toMatch(
      new RegExp(`actor_id=${tokens.user.id}.*resource=invitation.*created_after=`),
    );
  });

  it("says that nothing fits, and shows all again", async () => {
    log(hours);
    const { user } = await renderApp("/settings/history?what=member");

    expect(await screen.findByText("No line fits")).toBeInTheDocument();
    await user.click(screen.getByText("Show all lines"));

    expect(await item("Ana Lopez")).toBeInTheDocument();
  });

  it("says what will be here while nothing is", async () => {
    log();
    await renderApp("/settings/history");

    expect(await screen.findByText("Nothing was changed yet")).toBeInTheDocument();
  });

  it("is for owners and admins", async () => {
    log(hours);
    const member = { ...tokens, user: { ...tokens.user, role: "member" } };
    server.use(http.post("*/api/v1/auth/login", () => HttpResponse.json(member)));
    await renderApp("/settings/history");

    expect(await screen.findByText("Owners and admins see this page")).toBeInTheDocument();
  });
});

describe("the address of the log", () => {
  it("leaves out what cannot be", () => {
    expect(historyFilter({ who: "' or 1", what: "nothing", days: 4, from: "2026-02-31" })).toEqual(
      {},
    );
  });

  it("tells those without a name by their kind", () => {
    expect(question({ who: "system" }, "2026-11-21", "UTC")).toEqual({ actor: "system" });
  });
});
