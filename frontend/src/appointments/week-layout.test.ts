import { expect, it } from "vitest";
import type { Appointment } from "./queries";
import { bandsOn, hoursShown, isInConflict, placeDay } from "./week-layout";

const NEW_YORK = "America/New_York";
const DAY = "2026-11-24";
const WEEK = ["2026-11-23", DAY];

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

  expect(hoursShown(hours, [], WEEK, NEW_YORK)).toEqual({ from: 9, to: 18 });
  expect(hoursShown(hours, [visit("a", "07:15", "08:00")], WEEK, NEW_YORK)).toEqual({
    from: 7,
    to: 18,
  });
  expect(hoursShown({}, [], WEEK, NEW_YORK)).toEqual({ from: 8, to: 18 });
});

it("shows what else somebody is busy with, and which visits are in its way", () => {
  const away = {
    staff_id: "t",
    source: "time_off",
    starts_at: `${DAY}T13:00:00-05:00`,
    ends_at: "2026-11-26T00:00:00-05:00",
  };

  expect(bandsOn([away], DAY, NEW_YORK)).toMatchObject([{ from: 780, to: 1440 }]);
  expect(bandsOn([away], "2026-11-25", NEW_YORK)).toMatchObject([{ from: 0, to: 1440 }]);
  expect(bandsOn([away], "2026-11-26", NEW_YORK)).toEqual([]);
  expect(isInConflict(visit("a", "12:30", "13:30"), [away])).toBe(true);
  expect(isInConflict(visit("a", "12:00", "13:00"), [away])).toBe(false);
  expect(isInConflict({ ...visit("a", "14:00", "15:00"), staff_id: "u" }, [away])).toBe(false);
});
