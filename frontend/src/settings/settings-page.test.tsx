import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { business, http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { isOpen, nextInterval } from "@/business/hours";

/** A service that keeps the profile, and counts its versions. */
function profile(start: object = {}) {
  const kept = { value: { ...business, ...start }, version: 0, patches: [] as object[] };
  const answer = () => HttpResponse.json(kept.value, { headers: { ETag: `"${kept.version}"` } });
  server.use(
    http.get("*/api/v1/business", answer),
    http.patch("*/api/v1/business", async ({ request }) => {
      if (request.headers.get("If-Match") !== `"${kept.version}"`) {
        return problem(412, "stale", "Changed meanwhile.");
      }
      const patch = (await request.json()) as object;
      kept.patches.push(patch);
      kept.value = { ...kept.value, ...patch };
      kept.version++;
      return answer();
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

it("saves what was changed, and nothing else", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Your business");

  await user.click(within(section).getByLabelText("In your own words"));
  await user.paste("We mend doors.");
  await user.tab();

  expect(await screen.findByText("Saved")).toBeInTheDocument();
  expect(kept.patches).toEqual([{ about: "We mend doors." }]);
});

it("takes back what was saved", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Your business");
  const name = within(section).getByLabelText("Name");
  await user.click(name);
  await user.paste(" & Gates");
  await user.tab();
  await screen.findByText("Saved");
  await user.click(name);
  await user.paste(", Boston");
  await user.tab();
  await waitFor(() => {
    expect(kept.value.name).toBe("Ace Garage Doors & Gates, Boston");
  });

  await user.click(await within(section).findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Taken back")).toBeInTheDocument();
  expect(kept.value.name).toBe("Ace Garage Doors & Gates");
  expect(name).toHaveValue("Ace Garage Doors & Gates");
  await user.click(within(section).getByRole("button", { name: "Undo" }));

  await waitFor(() => {
    expect(name).toHaveValue("Ace Garage Doors");
  });
  expect(kept.value.name).toBe("Ace Garage Doors");
});

it("saves when the typing pauses, and leaves what is typed alone", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const name = within(await part("Your business")).getByLabelText("Name");

  await user.click(name);
  await user.paste(" & ");
  await waitFor(
    () => {
      expect(kept.value.name).toBe("Ace Garage Doors & ");
    },
    { timeout: 5000 },
  );
  await screen.findByText("Saved");
  await user.paste("Gates");
  await user.tab();

  await waitFor(() => {
    expect(kept.value.name).toBe("Ace Garage Doors & Gates");
  });
});

it("does not send a day that was only just added", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Days with other hours");

  await user.click(within(section).getByRole("button", { name: "Add a day" }));
  await user.click(within(section).getByLabelText("Date"));
  await user.tab();

  expect(kept.patches).toEqual([]);
  expect(within(section).queryByText("Not saved yet")).not.toBeInTheDocument();
});

it("saves what is still being typed before the page is left, and asks only where that fails", async () => {
  const kept = profile();
  const { user, router } = await renderApp("/settings");
  const name = within(await part("Your business")).getByLabelText("Name");
  await user.click(name);
  await user.paste(" & Gates");

  void router.navigate({ to: "/settings/log-ins" });
  await waitFor(() => {
    expect(kept.value.name).toBe("Ace Garage Doors & Gates");
  });
  await waitFor(() => {
    expect(router.latestLocation.pathname).toBe("/settings/log-ins");
  });

  await router.navigate({ to: "/settings" });
  const again = within(await part("Your business")).getByLabelText("Name");
  await user.clear(again);
  server.use(
    http.patch("*/api/v1/business", () =>
      problem(422, "invalid", "Some fields need another value.", [
        { pointer: "/name", detail: "must not be blank" },
      ]),
    ),
  );
  void router.navigate({ to: "/settings/log-ins" });

  expect(await screen.findByText("Leave without saving?")).toBeInTheDocument();
  expect(again).toHaveAccessibleDescription("Must not be blank");
});

it("sets hours with a break, and gives all working days Monday's", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Opening hours");

  await user.click(within(section).getByRole("button", { name: "Add hours on Monday" }));
  await user.click(within(section).getByRole("button", { name: "Add hours on Monday" }));
  await user.click(
    within(section).getByRole("button", { name: "Monday's hours on all working days" }),
  );
  await user.tab();

  const day = [
    { opens: "09:00", closes: "17:00" },
    { opens: "18:00", closes: "20:00" },
  ];
  await waitFor(() => {
    expect(kept.value.hours).toEqual({
      monday: day,
      tuesday: day,
      wednesday: day,
      thursday: day,
      friday: day,
      saturday: [],
      sunday: [],
    });
  });
});

it("lets the people's phones ring first, and says for how long", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Who answers first");
  expect(within(section).queryByLabelText("For seconds at most")).not.toBeInTheDocument();

  await user.selectOptions(
    within(section).getByLabelText("Your people's phones ring first"),
    "opening_hours",
  );
  await user.selectOptions(within(section).getByLabelText("For seconds at most"), "30");
  await user.tab();

  await waitFor(() => {
    expect(kept.value.staff_first).toMatchObject({ when: "opening_hours", ring_s: 30 });
  });
});

it("shows at its field what is wrong with an hour", async () => {
  profile();
  server.use(
    http.patch("*/api/v1/business", () =>
      problem(422, "invalid", "Some fields need another value.", [
        { pointer: "/hours/monday/0/closes", detail: "must be after it opens" },
      ]),
    ),
  );
  const { user } = await renderApp("/settings");
  const section = await part("Opening hours");
  await user.click(within(section).getByRole("button", { name: "Add hours on Monday" }));

  await user.tab();

  await waitFor(() => {
    expect(within(section).getByLabelText("Monday, closes")).toHaveAccessibleDescription(
      "Must be after it opens",
    );
  });
});

it("adds a day on which the business is closed", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Days with other hours");

  await user.click(within(section).getByRole("button", { name: "Add a day" }));
  await user.type(within(section).getByLabelText("Date"), "2026-12-25");
  await user.click(within(section).getByLabelText("What day it is"));
  await user.paste("Christmas");
  await user.tab();

  await waitFor(() => {
    expect(kept.value.holidays).toEqual([{ date: "2026-12-25", name: "Christmas", hours: [] }]);
  });
});

it("keeps what others changed elsewhere meanwhile, without asking", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Your business");
  await user.click(within(section).getByLabelText("Name"));
  await user.paste(" & Gates");
  kept.value = { ...kept.value, holidays: [{ date: "2026-12-25", name: "Xmas", hours: [] }] };
  kept.version++;

  await user.tab();

  expect(await screen.findByText("Saved")).toBeInTheDocument();
  expect(kept.value.name).toBe("Ace Garage Doors & Gates");
  expect(kept.value.holidays).toHaveLength(1);
});

it.each([
  ["Keep mine", "Ace Garage Doors & Gates"],
  ["Take theirs", "Ace Doors of Boston"],
])("shows both versions when two changed the same: %s", async (choice, name) => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Your business");
  await user.click(within(section).getByLabelText("Name"));
  await user.paste(" & Gates");
  kept.value = { ...kept.value, name: "Ace Doors of Boston" };
  kept.version++;

  await user.tab();
  const dialog = await screen.findByRole("dialog", { name: "Somebody else changed this too" });
  expect(dialog).toHaveTextContent("Ace Garage Doors & Gates");
  expect(dialog).toHaveTextContent("Ace Doors of Boston");
  await user.click(within(dialog).getByRole("button", { name: choice }));

  await waitFor(() => {
    expect(within(section).getByLabelText("Name")).toHaveValue(name);
  });
  await waitFor(() => {
    expect(kept.value.name).toBe(name);
  });
});

it("lets a person go on editing with what was typed", async () => {
  const kept = profile();
  const { user } = await renderApp("/settings");
  const section = await part("Your business");
  await user.click(within(section).getByLabelText("Name"));
  await user.paste(" & Gates");
  kept.value = { ...kept.value, name: "Ace Doors of Boston" };
  kept.version++;

  await user.tab();
  await user.click(await screen.findByRole("button", { name: "Go on editing" }));

  expect(within(section).getByLabelText("Name")).toHaveValue("Ace Garage Doors & Gates");
  expect(await within(section).findByText("Not saved yet")).toBeInTheDocument();
  expect(within(section).getByRole("button", { name: "Try again" })).toBeEnabled();
  expect(kept.value.name).toBe("Ace Doors of Boston");
});

it("knows whether the business is open by its own clock", () => {
  const nine = { opens: "09:00", closes: "17:00" };
  const night = { opens: "20:00", closes: "00:00" };
  const open = {
    time_zone: "America/New_York",
    hours: { ...business.hours, friday: [nine], saturday: [night] },
    holidays: [{ date: "2026-11-27", name: "Black Friday", hours: [] }],
  };

  expect(isOpen(open, new Date("2026-11-20T14:00:00Z"))).toBe(true);
  expect(isOpen(open, new Date("2026-11-20T13:59:00Z"))).toBe(false);
  expect(isOpen(open, new Date("2026-11-20T22:00:00Z"))).toBe(false);
  expect(isOpen(open, new Date("2026-11-22T04:59:00Z"))).toBe(true);
  expect(isOpen(open, new Date("2026-11-27T15:00:00Z"))).toBe(false);
});

it("suggests hours after the last ones, never past midnight", () => {
  expect(nextInterval([])).toEqual({ opens: "09:00", closes: "17:00" });
  expect(nextInterval([{ opens: "09:00", closes: "12:00" }])).toEqual({
    opens: "13:00",
    closes: "15:00",
  });
  expect(nextInterval([{ opens: "09:00", closes: "22:30" }]).closes).toBe("23:59");
});
