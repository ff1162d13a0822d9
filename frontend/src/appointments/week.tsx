import { Text, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { businessQueries } from "@/business/queries";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate, time } from "@/ui/format";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { dayText, minutesInto, plusDays } from "@/ui/zoned";
import type { Appointment } from "./queries";
import { useServiceNames } from "./services";
import { hoursShown, placeDay, type Placed } from "./week-layout";
import classes from "./week.module.css";
import { appointmentWords } from "./words";

const HOUR_PX = 56;

/** A week as a grid of days and hours. */
export function Week(props: {
  monday: string;
  visits: Appointment[];
  choose: (visit: Appointment) => void;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  const { data: business } = useQuery(businessQueries.profile());
  const standing = props.visits.filter(({ status }) => status === "booked");
  const days = Array.from({ length: 7 }, (_, i) => plusDays(props.monday, i));
  const { from, to } = hoursShown(business?.hours ?? {}, standing, props.monday, zone);
  const hours = Array.from({ length: to - from }, (_, i) => from + i);
  const today = isoDate(now, zone);
  const nowAt = minutesInto(now, zone) - from * 60;
  return (
    <div className={classes.scroll} role="group" aria-label={words.asWeek} tabIndex={0}>
      <div
        className={classes.week}
        style={{ "--hour": `${HOUR_PX}px`, "--hours": hours.length } as React.CSSProperties}
      >
        <div className={classes.hours} aria-hidden>
          {hours.map((hour) => (
            <div key={hour} className={classes.hour}>
              {hourText(hour, locale)}
            </div>
          ))}
        </div>
        {days.map((day) => {
          const placed = placeDay(standing, day, zone);
          return (
            <section key={day} className={classes.day} data-today={day === today || undefined}>
              <h2 className={classes.name}>
                {dayText(day, locale, { weekday: "short" })}{" "}
                <span className={classes.number}>{dayText(day, locale, { day: "numeric" })}</span>
                <VisuallyHidden>{words.visits(placed.length)}</VisuallyHidden>
              </h2>
              <div className={classes.column}>
                {placed.map((one) => (
                  <Visit key={one.visit.id} placed={one} from={from} choose={props.choose} />
                ))}
                {day === today && nowAt >= 0 && nowAt <= hours.length * 60 && (
                  <div className={classes.now} style={{ top: px(nowAt) }} />
                )}
              </div>
            </section>
          );
        })}
      </div>
    </div>
  );
}

function Visit(props: { placed: Placed; from: number; choose: (visit: Appointment) => void }) {
  const locale = useLocale();
  const zone = useZone();
  const names = useServiceNames();
  const { visit, from, to, lane, lanes } = props.placed;
  return (
    <button
      type="button"
      className={classes.visit}
      onClick={() => props.choose(visit)}
      style={{
        top: px(from - props.from * 60),
        height: px(to - from),
        left: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
      }}
    >
      <Text size="sm" fw={550} truncate component="span" display="block">
        {visit.name}
      </Text>
      <Text size="xs" truncate component="span" display="block">
        {time(visit.starts_at, zone, locale, { hour: "numeric", minute: "2-digit" })}{" "}
        {visit.reason ?? names(visit.service_id)}
      </Text>
    </button>
  );
}

function px(minutes: number): string {
  return `${(minutes / 60) * HOUR_PX}px`;
}

function hourText(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" }).format(
    Date.UTC(2026, 0, 1, hour),
  );
}
