import { useState, type CSSProperties } from "react";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { hour, weekday } from "./dates";
import classes from "./week-heat.module.css";
import { insightWords } from "./words";

const NAMED_HOURS = [0, 6, 12, 18];

/** The hours of the week, the darker the more calls. */
export function WeekHeat(props: { week: Schema<"HeatMapDay">[]; sentence: string }) {
  const words = useWords(insightWords);
  const locale = useLocale();
  const [pointed, setPointed] = useState<{ day: number; hour: number }>();
  const most = Math.max(1, ...props.week.flatMap((day) => day.hours));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend} aria-hidden>
        {pointed === undefined ? (
          <>
            {words.fewest}
            <span className={classes.scale} />
            {words.most(most)}
          </>
        ) : (
          words.callsAt(
            `${weekday(pointed.day, locale, "long")} ${hour(pointed.hour, locale)}`,
            props.week[pointed.day]?.hours[pointed.hour] ?? 0,
          )
        )}
      </figcaption>
      <div
        className={classes.week}
        role="img"
        aria-label={props.sentence}
        onPointerLeave={() => setPointed(undefined)}
      >
        {props.week.map((day, i) => (
          <div key={day.weekday} className={classes.day}>
            <span className={classes.name}>{weekday(i, locale, "short")}</span>
            {day.hours.map((calls, at) => (
              <span
                key={at}
                className={classes.hour}
                style={shade(calls / most)}
                onPointerEnter={() => setPointed({ day: i, hour: at })}
              />
            ))}
          </div>
        ))}
        <div className={classes.hours}>
          {NAMED_HOURS.map((at) => (
            <span key={at}>{hour(at, locale)}</span>
          ))}
        </div>
      </div>
    </figure>
  );
}

/** The least is still seen; nothing is as light as the ground. */
function shade(share: number): CSSProperties {
  return { "--share": share === 0 ? 0 : 0.15 + 0.85 * share } as CSSProperties;
}
