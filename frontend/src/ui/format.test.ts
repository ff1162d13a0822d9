import { describe, expect, it } from "vitest";
import { clock, duration, isoDate, money, phone, when } from "./format";

describe("phone", () => {
  it.each([
    ["+14155550134", "+1 415 555 0134"],
    ["+442079460958", "+44 207 946 0958"],
    ["+491711234567", "+49 171 123 4567"],
    ["+353861234567", "+353 861 234 567"],
    ["anonymous", "anonymous"],
  ])("shows %s as %s", (e164, shown) => {
    expect(phone(e164)).toBe(shown);
  });
});

describe("money", () => {
  it.each([
    [1_234_000, "$1.23"],
    [0, "$0.00"],
    [4_200, "$0.0042"],
  ])("shows %d micros as %s", (amount_micros, shown) => {
    expect(money({ amount_micros, currency: "USD" }, "en-US")).toBe(shown);
  });
});

describe("when", () => {
  const now = new Date("2026-11-21T17:00:00Z");
  it.each([
    ["2026-11-21T17:00:00Z", "now"],
    ["2026-11-21T16:55:00Z", "5 min. ago"],
    ["2026-11-21T14:41:00Z", "9:41 AM"],
    ["2026-11-17T14:41:00Z", "Tue 9:41 AM"],
    ["2026-11-02T14:41:00Z", "Nov 2"],
    ["2025-11-02T14:41:00Z", "Nov 2, 2025"],
  ])("says %s in New York as %s", (at, said) => {
    expect(when(at, now, "America/New_York", "en-US").replaceAll("\u202f", " ")).toBe(said);
  });
});

it("tells a length in two units", () => {
  expect(duration(192, "en-US")).toBe("3 min 12 sec");
  expect(duration(0, "en-US")).toBe("0 sec");
  expect(clock(72)).toBe("1:12");
  expect(clock(3661)).toBe("1:01:01");
});

it("takes the date from the business's clock", () => {
  expect(isoDate("2026-11-22T03:00:00Z", "America/New_York")).toBe("2026-11-21");
});
