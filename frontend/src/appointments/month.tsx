import { Text, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate, time } from "@/ui/format";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { dayText } from "@/ui/zoned";
import classes from "./month.module.css";
import type { Appointment, Busy } from "./queries";
import { isInConflict } from "./week-layout";
import { appointmentWords } from "./words";

const SHOWN = 3;

/** A month as weeks one below the other; a day opens on its own. */
export function Month(props: {
  /** Whole weeks. */
  days: string[];
  /** `2026-11` */
  month: string;
  visits: Appointment[];
  busy: Busy[];
  choose: (visit: Appointment) => void;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const today = isoDate(useNow(), zone);
  const standing = props.visits.filter(({ status }) => status === "booked");
  return (
    <div className={classes.month} role="group" aria-label={words.asMonth}>
      {props.days.slice(0, 7).map((day) => (
        <div key={day} className={classes.weekday} aria-hidden>
          {dayText(day, locale, { weekday: "short" })}
        </div>
      ))}
      {props.days.map((day) => {
        const visits = standing.filter((visit) => isoDate(visit.starts_at, zone) === day);
        const name = dayText(day, locale, { weekday: "long", day: "numeric", month: "long" });
        return (
          <section
            key={day}
            aria-label={name}
            className={classes.day}
            data-other={!day.startsWith(props.month) || undefined}
            data-today={day === today || undefined}
          >
            <Link
              className={classes.number}
              to="/calendar"
              search={{ view: "day", day }}
              aria-label={`${name}, ${words.visits(visits.length)}`}
            >
              {dayText(day, locale, { day: "numeric" })}
            </Link>
            {visits.slice(0, SHOWN).map((visit) => (
              <button
                key={visit.id}
                type="button"
                className={classes.visit}
                data-conflict={isInConflict(visit, props.busy) || undefined}
                onClick={() => props.choose(visit)}
              >
                {time(visit.starts_at, zone, locale, { hour: "numeric", minute: "2-digit" })}{" "}
                {visit.name}
                {isInConflict(visit, props.busy) && (
                  <VisuallyHidden>{words.conflict}</VisuallyHidden>
                )}
              </button>
            ))}
            {visits.length > SHOWN && (
              <Text size="xs" c="dimmed" px={6}>
                {words.more(visits.length - SHOWN)}
              </Text>
            )}
          </section>
        );
      })}
    </div>
  );
}
