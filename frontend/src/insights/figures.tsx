import { Card, Text } from "@mantine/core";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { duration } from "@/ui/format";
import classes from "./figures.module.css";
import { insightWords } from "./words";

type Totals = Omit<Schema<"SummaryPrevious">, "from" | "to">;

/** What came of the calls, each beside what it was before. */
export function Figures({ summary }: { summary: Schema<"Summary"> }) {
  const words = useWords(insightWords);
  const locale = useLocale();
  const number = (value: number) => value.toLocaleString(locale);
  const share = (value: number | null | undefined) =>
    value == null ? words.none : value.toLocaleString(locale, { style: "percent" });
  const length = (value: number | null | undefined) =>
    value == null ? words.none : duration(value, locale);
  const figures: [string, (totals: Totals) => string][] = [
    [words.answered, (totals) => share(totals.answer_rate)],
    [words.length, (totals) => length(totals.average_duration_s)],
    [words.leads, (totals) => number(totals.leads_generated)],
    [words.booked, (totals) => number(totals.appointments_booked)],
    [words.messages, (totals) => number(totals.messages_taken)],
    [words.afterHours, (totals) => number(totals.after_hours_calls)],
  ];
  return (
    <Card component="dl" className={classes.figures} p="lg" m={0}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} size="lg" fw={650}>
            {value(summary)}
          </Text>
          <Text component="dd" m={0} size="xs" c="dimmed">
            {words.before(value(summary.previous))}
          </Text>
        </div>
      ))}
    </Card>
  );
}
