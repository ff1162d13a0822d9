import { Text, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { businessQueries } from "@/business/queries";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate } from "@/ui/format";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { dayText, minutesInto } from "@/ui/zoned";
import { GridVisit } from "./grid-visit";
import type { Appointment, Busy } from "./queries";
import { bandsOn, hoursShown, isInConflict, placeDay } from "./week-layout";
import classes from "./week.module.css";
import { appointmentWords } from "./words";

const HOUR_PX = 56;

/** Days side by side as a grid of hours, in which visits are moved by hand. */
export function Week(props: {
  days: string[];
  label: string;
  visits: Appointment[];
  busy: Busy[];
  choose: (visit: Appointment) => void;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  const { data: business } = useQuery(businessQueries.profile());
  const { days, busy } = props;
  const standing = props.visits.filter(({ status }) => status === "booked");
  const { from, to } = hoursShown(business?.hours ?? {}, standing, days, zone);
  const hours = Array.from({ length: to - from }, (_, i) => from + i);
  const today = isoDate(now, zone);
  const nowAt = minutesInto(now, zone) - from * 60;
  return (
    <div className={classes.scroll} role="group" aria-label={props.label} tabIndex={0}>
      <div
        className={classes.week}
        data-one={days.length === 1 || undefined}
        style={
          {
            "--hour": `${HOUR_PX}px`,
            "--hours": hours.length,
            "--days": days.length,
          } as React.CSSProperties
        }
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
            <section
              key={day}
              className={classes.day}
              data-day={day}
              data-today={day === today || undefined}
            >
              <h2 className={classes.name}>
                {dayText(day, locale, { weekday: "short" })}{" "}
                <span className={classes.number}>{dayText(day, locale, { day: "numeric" })}</span>
                <VisuallyHidden>{words.visits(placed.length)}</VisuallyHidden>
              </h2>
              <div className={classes.column}>
                {bandsOn(busy, day, zone).map((band, i) => (
                  <div
                    key={i}
                    className={classes.busy}
                    style={{
                      top: px(Math.max(band.from - from * 60, 0)),
                      height: px(
                        Math.max(Math.min(band.to, to * 60) - Math.max(band.from, from * 60), 0),
                      ),
                    }}
                  >
                    <Text size="xs" truncate>
                      {band.busy.source === "time_off" ? words.away : words.busyElsewhere}
                    </Text>
                  </div>
                ))}
                {placed.map((one) => (
                  <GridVisit
                    key={one.visit.id}
                    placed={one}
                    day={day}
                    firstHour={from}
                    hourPx={HOUR_PX}
                    conflict={isInConflict(one.visit, busy)}
                    choose={props.choose}
                  />
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

function px(minutes: number): string {
  return `${(minutes / 60) * HOUR_PX}px`;
}

function hourText(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" }).format(
    Date.UTC(2026, 0, 1, hour),
  );
}
