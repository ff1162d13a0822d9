import { expect, it } from "vitest";
import { isDay, minutesInto, momentAt, mondayOf, plusDays } from "./zoned";

const NEW_YORK = "America/New_York";

it("finds the moment when another clock reads a time", () => {
  expect(momentAt("2026-11-24", 14 * 60, NEW_YORK).toISOString()).toBe("2026-11-24T19:00:00.000Z");
  expect(momentAt("2026-07-01", 0, NEW_YORK).toISOString()).toBe("2026-07-01T04:00:00.000Z");
  expect(momentAt("2026-07-01", 0, "Asia/Kolkata").toISOString()).toBe("2026-06-30T18:30:00.000Z");
});

it("keeps to the clock around daylight saving", () => {
  const day = "2026-11-01";
  expect(momentAt(day, 0, NEW_YORK).toISOString()).toBe("2026-11-01T04:00:00.000Z");
  expect(momentAt(day, 12 * 60, NEW_YORK).toISOString()).toBe("2026-11-01T17:00:00.000Z");
  for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
    expect(minutesInto(momentAt(day, minutes, NEW_YORK), NEW_YORK)).toBe(minutes);
  }
});

it("counts days and weeks", () => {
  expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(isDay("2026-02-30")).toBe(false);
  expect(isDay("2026-02-28")).toBe(true);
});
