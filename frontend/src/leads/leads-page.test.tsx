import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import type { Lead } from "./queries";

const MARIA: Lead = {
  id: "0190a000-0000-7000-8000-00000000000a",
  name: "Maria Lopez",
  phone: "+14155550134",
  email: null,
  status: "new",
  urgency: "high",
  intent: "Wants her garage door fixed",
  fields: {
    address: { value: "12 Oak", source: "spoken", verified: false, turn: 2 },
    door_type: { value: "Wooden", source: "written", verified: true, turn: null },
  },
  score: null,
  merged_into: null,
  created_at: new Date(Date.now() - 5 * 60_000).toISOString(),
  updated_at: new Date().toISOString(),
  call_ids: ["0190a000-0000-7000-8000-0000000000c1"],
};
const KIM: Lead = {
  ...MARIA,
  id: "0190a000-0000-7000-8000-00000000000b",
  name: null,
  phone: "+14155550140",
  status: "contacted",
  urgency: null,
  intent: null,
  fields: {},
  call_ids: [],
};
let kept: Lead[];
let version: number;

beforeEach(() => {
  kept = [MARIA, KIM];
  version = 0;
  server.use(
    http.get("*/api/v1/leads", ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const data = kept.filter(
        ({ status, name, merged_into }) =>
          (merged_into ?? null) === asked.get("merged_into") &&
          status === (asked.get("status") ?? status) &&
          (name ?? "").toLowerCase().includes((asked.get("q") ?? "").toLowerCase()),
      );
      return HttpResponse.json({ data, next_cursor: null });
    }),
    http.get("*/api/v1/leads/:id", ({ params }) =>
      HttpResponse.json(
        kept.find(({ id }) => id === params.id),
        { headers: { ETag: `"${version}"` } },
      ),
    ),
    http.patch<{ id: string }, Partial<Lead>>("*/api/v1/leads/:id", async ({ params, request }) => {
      const match = request.headers.get("If-Match");
      if (match !== null && match !== `"${version}"`) {
        return problem(412, "stale", "This lead was changed since you read it.");
      }
      change(params.id, await request.json());
      return HttpResponse.json(kept.find(({ id }) => id === params.id));
    }),
    http.get("*/api/v1/calls", () =>
      HttpResponse.json({
        data: [
          {
            id: "c1",
            summary: "Spring broke; visit booked.",
            started_at: MARIA.created_at,
            duration_s: 192,
          },
        ],
        next_cursor: null,
      }),
    ),
  );
});

function change(id: string, to: Partial<Lead>) {
  version += 1;
  kept = kept.map((lead) => (lead.id === id ? { ...lead, ...to } : lead));
}

it("says who called and what they want, and how far they have come", async () => {
  await renderApp("/leads");

  const rows = within(await screen.findByRole("list", { name: "Leads" })).getAllByRole("listitem");
  expect(rows[0]).toHaveTextContent(/Maria Lopez.*Urgent.*New.*Wants her garage door fixed/);
  expect(rows[1]).toHaveTextContent(/\+1 415 555 0140.*Contacted.*Said nothing about what for/);
});

it("narrows the list down, and keeps that in the address", async () => {
  const { user, router } = await renderApp("/leads");
  await screen.findByText("Maria Lopez");

  await user.click(screen.getByRole("radio", { name: "Contacted" }));

  expect(
    await screen.findByRole("heading", { name: "You are in touch with them" }),
  ).toBeInTheDocument();
  await waitFor(() => {
    expect(screen.queryByText("Maria Lopez")).not.toBeInTheDocument();
  });
  expect(router.state.location.search).toEqual({ status: "contacted" });
});

it("shows all that is known of somebody, and what of it is sure", async () => {
  await renderApp(`/leads/${MARIA.id}`);

  const person = await screen.findByRole("article", { name: "Maria Lopez" });
  expect(within(person).getByText("Address").parentElement).toHaveTextContent("12 Oak");
  expect(within(person).getByText("Door type").parentElement).toHaveTextContent("Wooden");
  expect(within(person).getAllByLabelText("Made sure of")).toHaveLength(1);
  expect(await within(person).findByText("Spring broke; visit booked.")).toBeInTheDocument();
  expect(within(person).getByText(/3 min/)).toBeInTheDocument();
});

it("sets how far somebody has come, and takes it back", async () => {
  const { user } = await renderApp(`/leads/${MARIA.id}`);
  const choice = await screen.findByRole("combobox", { name: "How far they have come" });

  await user.selectOptions(choice, "Lost");

  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(kept[0]?.status).toBe("new");
  });
  expect(version).toBe(2);
});

it("corrects what was understood", async () => {
  const { user } = await renderApp(`/leads/${MARIA.id}`);
  await user.click(await screen.findByRole("button", { name: "Change" }));

  await user.clear(screen.getByLabelText("Address"));
  await user.type(screen.getByLabelText("Address"), "12 Oak Street");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("12 Oak Street")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
});

it("loses nothing when two people change the same person", async () => {
  const { user } = await renderApp(`/leads/${MARIA.id}`);
  await user.click(await screen.findByRole("button", { name: "Change" }));
  await user.clear(screen.getByLabelText("Name"));
  await user.type(screen.getByLabelText("Name"), "Maria L.");
  change(MARIA.id, { name: "M. Lopez-Garcia" });

  await user.click(screen.getByRole("button", { name: "Save" }));

  const both = await screen.findByRole("dialog");
  expect(both).toHaveTextContent("Somebody else changed this too");
  expect(both).toHaveTextContent("Maria L.");
  expect(both).toHaveTextContent("M. Lopez-Garcia");
  await user.click(within(both).getByRole("button", { name: "Keep mine" }));
  await waitFor(() => {
    expect(kept[0]?.name).toBe("Maria L.");
  });
});

it("shows at the field what is wrong with a new person's number", async () => {
  server.use(
    http.post("*/api/v1/leads", () =>
      problem(422, "invalid", "Some fields need another value.", [
        { pointer: "/phone", detail: "must be a number with its country code" },
      ]),
    ),
  );
  const { user } = await renderApp("/leads");

  await user.click(await screen.findByRole("button", { name: "Add a person" }));
  const form = within(await screen.findByRole("dialog"));
  await user.type(form.getByLabelText(/^Number/), "12");
  await user.click(form.getByRole("button", { name: "Add a person" }));

  expect(await screen.findByText("Must be a number with its country code")).toBeInTheDocument();
});

it("adds a person whose number is written as people write it", async () => {
  let sent: unknown;
  server.use(
    http.post("*/api/v1/leads", async ({ request }) => {
      sent = await request.json();
      kept = [{ ...KIM, id: "0190a000-0000-7000-8000-00000000000c", name: "Zoe" }, ...kept];
      return HttpResponse.json(kept[0], { status: 201 });
    }),
  );
  const { user, router } = await renderApp("/leads");

  await user.click(await screen.findByRole("button", { name: "Add a person" }));
  const form = within(await screen.findByRole("dialog"));
  await user.type(form.getByLabelText("Name"), "Zoe");
  await user.type(form.getByLabelText(/^Number/), "+1 (415) 555-0177");
  await user.click(form.getByRole("button", { name: "Add a person" }));

  await waitFor(() => {
    expect(router.state.location.pathname).toMatch(/00000000000c$/);
  });
  expect(sent).toEqual({ phone: "+14155550177", name: "Zoe", email: null, intent: null });
});

it("deletes somebody only when that was confirmed", async () => {
  let deleted = false;
  server.use(
    http.delete("*/api/v1/leads/:id", () => {
      deleted = true;
      kept = [KIM];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, router } = await renderApp(`/leads/${MARIA.id}`);

  await user.click(await screen.findByRole("button", { name: "Delete" }));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel" }),
  );
  expect(deleted).toBe(false);
  await user.click(screen.getByRole("button", { name: "Delete" }));
  await user.click(await screen.findByRole("button", { name: "Delete person" }));

  await waitFor(() => {
    expect(router.state.location.pathname).toBe("/leads");
  });
  expect(deleted).toBe(true);
});

it("hands the list over as a file, narrowed down as it is shown", async () => {
  let asked = "";
  server.use(
    http.get("*/api/v1/leads/export.csv", ({ request }) => {
      asked = new URL(request.url).search;
      return new HttpResponse("name\r\nMaria Lopez\r\n", {
        headers: { "Content-Type": "text/csv" },
      });
    }),
  );
  const create = vi.fn(() => "blob:table");
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: create, revokeObjectURL: vi.fn() }));
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  const { user } = await renderApp("/leads?status=new");

  await user.click(await screen.findByRole("button", { name: "Download as a table" }));

  await waitFor(() => {
    expect(click).toHaveBeenCalledOnce();
  });
  expect(asked).toBe("?status=new");
  expect(create).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

it("shows what will come while nobody has called", async () => {
  kept = [];
  await renderApp("/leads");

  expect(await screen.findByRole("heading", { name: "Nobody here yet" })).toBeInTheDocument();
});

describe("somebody who is on the list twice", () => {
  let merges: unknown[];

  beforeEach(() => {
    merges = [];
    server.use(
      http.get("*/api/v1/leads/:id/similar", () => HttpResponse.json({ data: [KIM] })),
      http.post("*/api/v1/leads/:id/merge", async ({ params, request }) => {
        merges.push([params.id, await request.json(), request.headers.get("If-Match")]);
        change(KIM.id, { merged_into: MARIA.id });
        return HttpResponse.json(kept.find(({ id }) => id === params.id));
      }),
      http.post("*/api/v1/leads/:id/unmerge", ({ params }) => {
        merges.push(params.id);
        change(String(params.id), { merged_into: null });
        return HttpResponse.json(kept.find(({ id }) => id === params.id));
      }),
    );
  });

  it("is made one person, after a look at what comes of it, and two again", async () => {
    const { user } = await renderApp(`/leads/${MARIA.id}`);
    await user.click(await screen.findByRole("button", { name: "The same person as …" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Who else is Maria Lopez?" }));
    await user.click(await dialog.findByRole("button", { name: "Choose +1 415 555 0140" }));

    expect(dialog.getByText("+1 415 555 0140 becomes a part of Maria Lopez:")).toBeInTheDocument();
    expect(dialog.getByRole("list", { name: "What comes of it" })).toHaveTextContent(/0 calls/);
    await user.click(dialog.getByRole("button", { name: "Merge" }));

    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => {
      expect(merges).toEqual([[MARIA.id, { lead_id: KIM.id }, '"0"'], KIM.id]);
    });
    expect(await screen.findByText(/is an entry of its own again/)).toBeInTheDocument();
  });

  it("is found by name", async () => {
    const { user } = await renderApp(`/leads/${KIM.id}`);
    await user.click(await screen.findByRole("button", { name: "The same person as …" }));
    const dialog = within(await screen.findByRole("dialog"));

    await user.type(dialog.getByRole("searchbox"), "maria");

    await user.click(await dialog.findByRole("button", { name: "Choose Maria Lopez" }));
    expect(dialog.getByRole("list", { name: "What comes of it" })).toHaveTextContent(
      /Name: Maria Lopez.*Wants: Wants her garage door fixed.*Address: 12 Oak/,
    );
  });

  it("says where they went, and takes it back there too", async () => {
    change(KIM.id, { merged_into: MARIA.id });
    const { user } = await renderApp(`/leads/${KIM.id}`);

    expect(await screen.findByRole("link", { name: "Go to Maria Lopez" })).toHaveAttribute(
      "href",
      expect.stringContaining(`/leads/${MARIA.id}`),
    );
    expect(screen.queryByRole("button", { name: "Delete" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo the merge" }));

    expect(await screen.findByRole("button", { name: "Delete" })).toBeInTheDocument();
    expect(merges).toEqual([KIM.id]);
  });

  it("is also known by the other number", async () => {
    change(KIM.id, { merged_into: MARIA.id });
    const { user } = await renderApp(`/leads/${MARIA.id}`);

    const known = within(await screen.findByRole("region", { name: "Also known as" }));
    expect(known.getByText(/555 0140/)).toBeInTheDocument();
    await user.click(known.getByRole("button", { name: "Undo the merge of +1 415 555 0140" }));

    await waitFor(() => {
      expect(merges).toEqual([KIM.id]);
    });
  });
});
