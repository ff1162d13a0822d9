import { isoDate } from "@/ui/format";
import { minutesInto } from "@/ui/zoned";
import type { Appointment, Busy } from "./queries";

/** A visit's place in a day's column: minutes after midnight, and which of how many lanes beside one another. */
export interface Placed {
  visit: Appointment;
  from: number;
  to: number;
  lane: number;
  lanes: number;
}

const MIDNIGHT = 24 * 60;

/** The visits of one day by the business's clock; those at the same time stand side by side. */
export function placeDay(visits: Appointment[], day: string, zone: string): Placed[] {
  const placed = visits
    .filter((visit) => isoDate(visit.starts_at, zone) === day)
    .map((visit) => {
      const from = minutesInto(visit.starts_at, zone);
      const ends =
        isoDate(visit.ends_at, zone) === day ? minutesInto(visit.ends_at, zone) : MIDNIGHT;
      return { visit, from, to: Math.max(ends, from + 15), lane: 0, lanes: 1 };
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const group of groups(placed)) {
    const ends: number[] = [];
    for (const one of group) {
      const free = ends.findIndex((end) => end <= one.from);
      one.lane = free === -1 ? ends.length : free;
      ends[one.lane] = one.to;
    }
    for (const one of group) {
      one.lanes = ends.length;
    }
  }
  return placed;
}

/** Time of a day that is taken by something else: minutes after midnight. */
export interface Band {
  busy: Busy;
  from: number;
  to: number;
}

/** What else the staff are busy with on one day by the business's clock. */
export function bandsOn(busy: Busy[], day: string, zone: string): Band[] {
  return busy
    .filter(
      ({ starts_at, ends_at }) =>
        isoDate(starts_at, zone) <= day &&
        (isoDate(ends_at, zone) > day ||
          (isoDate(ends_at, zone) === day && minutesInto(ends_at, zone) > 0)),
    )
    .map((one) => ({
      busy: one,
      from: isoDate(one.starts_at, zone) < day ? 0 : minutesInto(one.starts_at, zone),
      to: isoDate(one.ends_at, zone) > day ? MIDNIGHT : minutesInto(one.ends_at, zone),
    }));
}

/** Whether whom a visit is with is busy with something else then. */
export function isInConflict(visit: Appointment, busy: Busy[]): boolean {
  return (
    visit.status === "booked" &&
    busy.some(
      ({ staff_id, starts_at, ends_at }) =>
        staff_id === visit.staff_id &&
        Date.parse(starts_at) < Date.parse(visit.ends_at) &&
        Date.parse(ends_at) > Date.parse(visit.starts_at),
    )
  );
}

/** The hours that these days have to show: those of the business, and those of every visit. */
export function hoursShown(
  hours: Record<string, { opens: string; closes: string }[]>,
  visits: Appointment[],
  days: string[],
  zone: string,
): { from: number; to: number } {
  const open = Object.values(hours).flat();
  const placed = days.flatMap((day) => placeDay(visits, day, zone));
  const starts = [...open.map(({ opens }) => minutes(opens)), ...placed.map(({ from }) => from)];
  const ends = [
    ...open.map(({ opens, closes }) => (closes > opens ? minutes(closes) : MIDNIGHT)),
    ...placed.map(({ to }) => to),
  ];
  return starts.length === 0
    ? { from: 8, to: 18 }
    : {
        from: Math.floor(Math.min(...starts) / 60),
        to: Math.min(24, Math.ceil(Math.max(...ends) / 60)),
      };
}

/** Visits that overlap one another, directly or through others. */
function groups(sorted: Placed[]): Placed[][] {
  const found: Placed[][] = [];
  let until = -1;
  for (const one of sorted) {
    const last = found.at(-1);
    if (last !== undefined && one.from < until) {
      last.push(one);
    } else {
      found.push([one]);
    }
    until = Math.max(until, one.to);
  }
  return found;
}

function minutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
