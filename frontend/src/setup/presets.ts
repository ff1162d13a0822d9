import type { Schema } from "@/api/client";

type Hours = Schema<"Hours">;
type Interval = Schema<"HoursInterval">;

const week = (working: Interval[], saturday: Interval[], sunday: Interval[]): Hours => ({
  monday: working,
  tuesday: working,
  wednesday: working,
  thursday: working,
  friday: working,
  saturday,
  sunday,
});
const OFFICE = [{ opens: "09:00", closes: "17:00" }];
const LONG = [{ opens: "08:00", closes: "18:00" }];
const SHOP = [{ opens: "09:00", closes: "19:00" }];
const ALWAYS = [{ opens: "00:00", closes: "00:00" }];

/** Opening hours in one gesture. */
export const PRESETS = {
  office: week(OFFICE, [], []),
  trade: week(LONG, [{ opens: "09:00", closes: "13:00" }], []),
  shop: week(SHOP, SHOP, []),
  always: week(ALWAYS, ALWAYS, ALWAYS),
} as const;
export type Preset = keyof typeof PRESETS;

/** Which of the presets these hours are. */
export function preset(hours: Hours): Preset | undefined {
  return (Object.keys(PRESETS) as Preset[]).find((name) =>
    (Object.keys(hours) as (keyof Hours)[]).every(
      (day) => said(hours[day]) === said(PRESETS[name][day]),
    ),
  );
}

function said(intervals: Interval[]): string {
  return intervals
    .map(({ opens, closes }) => `${opens.slice(0, 5)}-${closes.slice(0, 5)}`)
    .join(" ");
}
