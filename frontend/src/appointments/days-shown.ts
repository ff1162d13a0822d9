import { mondayOf, plusDays } from "@/ui/zoned";

export type CalendarView = "day" | "week" | "month" | "list";

/** The days that a view shows around one day, and where its neighbours begin. */
export interface DaysShown {
  days: string[];
  /** The day that stands for all of them in the address. */
  anchor: string;
  before: string;
  after: string;
  step: "day" | "week" | "month";
}

export function daysShown(view: CalendarView, day: string): DaysShown {
  switch (view) {
    case "day":
      return {
        days: [day],
        anchor: day,
        before: plusDays(day, -1),
        after: plusDays(day, 1),
        step: "day",
      };
    case "month": {
      const first = `${day.slice(0, 7)}-01`;
      const after = `${plusDays(first, 31).slice(0, 7)}-01`;
      const monday = mondayOf(first);
      const weeks = Math.ceil((Date.parse(after) - Date.parse(monday)) / (7 * 86_400_000));
      return {
        days: Array.from({ length: weeks * 7 }, (_, i) => plusDays(monday, i)),
        anchor: first,
        before: `${plusDays(first, -1).slice(0, 7)}-01`,
        after,
        step: "month",
      };
    }
    default: {
      const monday = mondayOf(day);
      return {
        days: Array.from({ length: 7 }, (_, i) => plusDays(monday, i)),
        anchor: monday,
        before: plusDays(monday, -7),
        after: plusDays(monday, 7),
        step: "week",
      };
    }
  }
}
