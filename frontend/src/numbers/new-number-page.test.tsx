import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Schema } from "@/api/client";
import { http, HttpResponse, problem, server } from "@/testing/server";
import { renderApp } from "@/testing/render";
import { numberFilter } from "./filter";

const OFFER: Schema<"NumberOffer"> = {
  number: "+13125550101",
  type: "local",
  locality: "Chicago",
  region: "IL",
  country: "US",
  voice: true,
  sms: true,
  address_required: false,
};

function answers(importable: Schema<"NumberMarketImportable">[] = []) {
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/sandbox", () => problem(404, "not_found", "Calls are real here.")),
    http.get("*/phone-numbers/available", ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ data: [OFFER], next_cursor: null });
    }),
    http.get("*/phone-numbers/importable", () =>
      HttpResponse.json({ data: importable, next_cursor: null }),
    ),
    http.get("*/receptionists", () => HttpResponse.json({ data: [], next_cursor: null })),
  );
  return asked;
}

it("searches by area, in the address", async () => {
  const asked = answers();
  const { user, router } = await renderApp("/numbers/new");

  await user.type(await screen.findByLabelText("Area code"), "3a12");
  await user.click(screen.getByRole("button", { name: "Search" }));

  await waitFor(() => expect(asked.at(-1)).toContain("area_code=312"));
  expect(router.state.location.search).toMatchObject({ country: "US", type: "local" });
  expect(await screen.findByText("Chicago, IL · calls and texts")).toBeInTheDocument();
});

/** Chooses the number, and says yes to what it costs. */
async function choose(user: UserEvent) {
  await user.click(await screen.findByRole("button", { name: "Get +1 312 555 0101" }));
  const asked = await screen.findByRole("dialog");
  expect(asked).toHaveTextContent("Twilio bills it");
  await user.click(within(asked).getByRole("button", { name: "Get +1 312 555 0101" }));
}

it("gets the number that is chosen", async () => {
  answers();
  let wish: unknown;
  server.use(
    http.post("*/api/v1/phone-numbers", async ({ request }) => {
      wish = await request.json();
      return HttpResponse.json({ ...OFFER, state: "active" }, { status: 201 });
    }),
  );
  const { user, router } = await renderApp("/numbers/new?area_code=312");

  await choose(user);

  expect(await screen.findByText("+1 312 555 0101 is yours")).toBeInTheDocument();
  expect(wish).toEqual({ number: "+13125550101" });
  await waitFor(() => expect(router.state.location.pathname).toBe("/numbers"));
});

it("says why a number cannot be had", async () => {
  answers();
  server.use(
    http.post("*/api/v1/phone-numbers", () =>
      problem(409, "twilio_trial", "A trial account at Twilio rents one number only."),
    ),
  );
  const { user } = await renderApp("/numbers/new");

  await choose(user);

  expect(
    await screen.findByText("A trial account at Twilio rents one number only."),
  ).toBeInTheDocument();
});

it("says at once when somebody was quicker", async () => {
  answers();
  server.use(
    http.post("*/api/v1/phone-numbers", () =>
      problem(422, "invalid", "Some fields need another value; see errors.", [
        { pointer: "/number", detail: "is not for sale any more: choose another one" },
      ]),
    ),
  );
  const { user } = await renderApp("/numbers/new");

  await choose(user);

  expect(
    await screen.findByText("+1 312 555 0101 is not for sale any more: choose another one"),
  ).toBeInTheDocument();
});

it("brings a number from Twilio when that is confirmed", async () => {
  answers([{ number: "+14155550199", astray: "Nobody answers its calls." }]);
  let wish: unknown;
  server.use(
    http.post("*/phone-numbers/import", async ({ request }) => {
      wish = await request.json();
      return HttpResponse.json({}, { status: 201 });
    }),
  );
  const { user } = await renderApp("/numbers/new");
  const own = await screen.findByRole("region", { name: "Already at Twilio" });

  expect(await within(own).findByText("Nobody answers its calls.")).toBeInTheDocument();
  await user.click(within(own).getByRole("button", { name: "Bring +1 415 555 0199" }));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", {
      name: "Bring +1 415 555 0199",
    }),
  );

  expect(await screen.findByText("Frontdesk answers +1 415 555 0199 now")).toBeInTheDocument();
  expect(wish).toEqual({ number: "+14155550199" });
});

describe("what the address may ask for", () => {
  it.each([
    [{}, { country: "US", type: "local" }],
    [
      { country: "CA", type: "toll_free", area_code: 888 },
      { country: "CA", type: "toll_free", area_code: "888" },
    ],
    [
      { country: "GB", type: "mobile", area_code: "415", contains: "99" },
      { country: "GB", type: "mobile", contains: "99" },
    ],
    [
      { country: "<script>", type: "fax", area_code: "12", contains: "a b" },
      { country: "US", type: "local" },
    ],
  ])("%j is %j", (search, filter) => {
    expect(numberFilter(search)).toEqual(filter);
  });
});
