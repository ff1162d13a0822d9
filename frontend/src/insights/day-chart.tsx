import { useState } from "react";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { day } from "./dates";
import classes from "./day-chart.module.css";
import { scaleTop } from "./findings";
import type { Period } from "./queries";
import { insightWords } from "./words";

/** Bars for the days of now, a thin line for the days before them. */
export function DayChart(props: {
  series: Schema<"TimeSeries">;
  period: Period;
  sentence: string;
}) {
  const words = useWords(insightWords);
  const locale = useLocale();
  const [pointed, setPointed] = useState<number>();
  const { points, previous } = props.series;
  const top = scaleTop(Math.max(...points.concat(previous).map((point) => point.value)));
  const count = points.length;
  const line = previous
    .map((point, i) => `${((i + 0.5) / previous.length) * 100},${100 - (point.value / top) * 100}`)
    .join(" ");
  const shown = pointed === undefined ? undefined : points[pointed];

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend} aria-hidden>
        {shown === undefined ? (
          <>
            <span className={classes.now}>{words.legendNow(props.period)}</span>
            <span className={classes.before}>{words.legendBefore(props.period)}</span>
          </>
        ) : (
          <span>
            {words.callsAt(
              day(shown.date, locale, { weekday: "short", day: "numeric", month: "short" }),
              shown.value,
            )}
            , {words.before(String(previous[pointed ?? 0]?.value ?? 0))}
          </span>
        )}
      </figcaption>
      <div className={classes.chart} role="img" aria-label={props.sentence}>
        {[top, top / 2, 0].map((value) => (
          <span
            key={value}
            className={classes.level}
            style={{ insetBlockEnd: `${(value / top) * 100}%` }}
          >
            {value.toLocaleString(locale)}
          </span>
        ))}
        <div className={classes.plot} onPointerLeave={() => setPointed(undefined)}>
          {points.map((point, i) => (
            <span
              key={point.date}
              className={classes.day}
              data-pointed={i === pointed || undefined}
              onPointerEnter={() => setPointed(i)}
            >
              <span
                className={classes.bar}
                style={{ blockSize: `${(point.value / top) * 100}%` }}
              />
            </span>
          ))}
          <svg
            className={classes.line}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            aria-hidden
          >
            <polyline className={classes.halo} points={line} vectorEffect="non-scaling-stroke" />
            <polyline points={line} vectorEffect="non-scaling-stroke" />
          </svg>
        </div>
        <div className={classes.dates}>
          {[0, Math.floor((count - 1) / 2), count - 1].map((i) => (
            <span key={i}>
              {day(points[i]?.date ?? "", locale, { day: "numeric", month: "short" })}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}
