import { expect, it } from "vitest";
import type { Appointment } from "./queries";
import { hoursShown, placeDay } from "./week-layout";

const NEW_YORK = "America/New_York";
const DAY = "2026-11-24";

function visit(id: string, starts: string, ends: string): Appointment {
  return {
    id,
    service_id: "s",
    staff_id: "t",
    call_id: null,
    starts_at: `${DAY}T${starts}:00-05:00`,
    ends_at: `${DAY}T${ends}:00-05:00`,
    name: id,
    phone: null,
    email: null,
    reason: null,
    status: "booked",
    created_at: "2026-11-21T10:00:00Z",
    updated_at: "2026-11-21T10:00:00Z",
  };
}

it("puts visits where the business's clock reads them", () => {
  expect(placeDay([visit("a", "14:00", "15:30")], DAY, NEW_YORK)).toMatchObject([
    { from: 840, to: 930, lane: 0, lanes: 1 },
  ]);
  expect(placeDay([visit("a", "14:00", "15:30")], "2026-11-25", NEW_YORK)).toEqual([]);
});

it("puts visits at the same time side by side", () => {
  const placed = placeDay(
    [
      visit("a", "09:00", "11:00"),
      visit("b", "09:30", "10:00"),
      visit("c", "10:00", "11:00"),
      visit("d", "11:00", "12:00"),
    ],
    DAY,
    NEW_YORK,
  );

  expect(placed.map(({ visit: { id }, lane, lanes }) => [id, lane, lanes])).toEqual([
    ["a", 0, 2],
    ["b", 1, 2],
    ["c", 1, 2],
    ["d", 0, 1],
  ]);
});

it("shows the hours of the business, and more where a visit is outside", () => {
  const hours = { monday: [{ opens: "09:00", closes: "17:30" }], tuesday: [] };

  expect(hoursShown(hours, [], "2026-11-23", NEW_YORK)).toEqual({ from: 9, to: 18 });
  expect(hoursShown(hours, [visit("a", "07:15", "08:00")], "2026-11-23", NEW_YORK)).toEqual({
    from: 7,
    to: 18,
  });
  expect(hoursShown({}, [], "2026-11-23", NEW_YORK)).toEqual({ from: 8, to: 18 });
});
