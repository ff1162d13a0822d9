import type { Schema } from "@/api/client";

type Point = Schema<"TimeSeriesPoint">;
type WeekDay = Schema<"HeatMapDay">;

export const PARTS = ["night", "morning", "afternoon", "evening"] as const;
export type Part = (typeof PARTS)[number];
const HOURS_OF_A_PART = 24 / PARTS.length;

/** The day with the most, the latest of those that are alike; nothing if all are zero. */
export function busiest(points: Point[]): Point | undefined {
  const most = Math.max(0, ...points.map((point) => point.value));
  return most === 0 ? undefined : points.findLast((point) => point.value === most);
}

/** The quarter of a weekday in which the most calls come; nothing if none came. */
export function peak(week: WeekDay[]): { weekday: number; part: Part; calls: number } | undefined {
  const quarters = week.flatMap((day, weekday) =>
    PARTS.map((part, i) => ({
      weekday,
      part,
      calls: sum(day.hours.slice(i * HOURS_OF_A_PART, (i + 1) * HOURS_OF_A_PART)),
    })),
  );
  return quarters
    .filter((quarter) => quarter.calls > 0)
    .reduce<(typeof quarters)[number] | undefined>(
      (most, next) => (most === undefined || next.calls > most.calls ? next : most),
      undefined,
    );
}

/** The top of a scale that starts at zero and has a full number in its middle. */
export function scaleTop(highest: number): number {
  const steps = [2, 4, 6, 8, 10, 20];
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, highest))));
  return (steps.find((step) => step * magnitude >= highest) ?? 20) * magnitude;
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
