import { SegmentedControl, Stack } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import { day, weekday } from "./dates";
import { DayChart } from "./day-chart";
import { Figures } from "./figures";
import { FindingCard } from "./finding-card";
import { busiest, peak } from "./findings";
import { PERIODS, statsQueries, type Period } from "./queries";
import { DayTable, WeekTable } from "./tables";
import { WeekHeat } from "./week-heat";
import { insightWords } from "./words";

/** When people call, and what comes of it. */
export function InsightsPage(props: { period: Period; onPeriod: (period: Period) => void }) {
  const words = useWords(insightWords);
  const { period } = props;
  const summary = useQuery({ ...statsQueries.summary(period), placeholderData: keepPreviousData });
  const byDay = useQuery({ ...statsQueries.callsByDay(period), placeholderData: keepPreviousData });
  const week = useQuery({ ...statsQueries.week(period), placeholderData: keepPreviousData });
  const queries = [summary, byDay, week];
  const failed = queries.find((query) => query.isError);
  const ready =
    summary.data !== undefined && byDay.data !== undefined && week.data !== undefined
      ? { summary: summary.data, byDay: byDay.data, week: week.data }
      : undefined;
  // While another time is being read, what is shown is still of the one before.
  const shown = (summary.data?.period ?? period) as Period;
  const retry = () => queries.forEach((query) => void query.refetch());

  return (
    <>
      <PageHeader
        title={
          summary.data === undefined ? words.name : words.title(summary.data.total_calls, shown)
        }
        name={words.name}
        about={summary.data === undefined ? undefined : <Change of={summary.data} period={shown} />}
        actions={
          <SegmentedControl
            aria-label={words.period}
            value={period}
            onChange={(value) => props.onPeriod(value)}
            data={PERIODS.map((value) => ({ value, label: words.days(value) }))}
          />
        }
      />
      {ready !== undefined ? (
        <Findings {...ready} period={shown} />
      ) : failed !== undefined ? (
        <ErrorState error={failed.error} retry={retry} />
      ) : (
        <SkeletonList rows={3} rowHeight={220} />
      )}
    </>
  );
}

function Change(props: { of: Schema<"Summary">; period: Period }) {
  const words = useWords(insightWords);
  const change = props.of.total_calls - props.of.previous.total_calls;
  if (change === 0) {
    return words.same(props.period);
  }
  return change > 0 ? words.more(change, props.period) : words.fewer(-change, props.period);
}

function Findings(props: {
  summary: Schema<"Summary">;
  byDay: Schema<"TimeSeries">;
  week: Schema<"HeatMap">;
  period: Period;
}) {
  const words = useWords(insightWords);
  const locale = useLocale();
  const { summary, byDay, week } = props;
  if (summary.total_calls === 0 && summary.previous.total_calls === 0) {
    return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  }
  const top = busiest(byDay.points);
  const ofDays =
    top === undefined
      ? words.quiet
      : words.busiest(
          day(top.date, locale, { weekday: "long", day: "numeric", month: "long" }),
          top.value,
        );
  const most = peak(week.days);
  const afterHours =
    summary.after_hours_calls === 0
      ? words.noneAfterHours
      : words.afterHoursToo(summary.after_hours_calls);
  const ofWeek =
    most === undefined
      ? words.quiet
      : `${words.peak(weekday(most.weekday, locale, "long"), most.part)}; ${afterHours}.`;
  return (
    <Stack gap="lg">
      <Figures summary={summary} />
      <FindingCard
        name={words.byDay}
        sentence={ofDays}
        chart={<DayChart series={byDay} period={props.period} sentence={ofDays} />}
        table={<DayTable series={byDay} />}
      />
      <FindingCard
        name={words.byHour}
        sentence={ofWeek}
        chart={<WeekHeat week={week.days} sentence={ofWeek} />}
        table={<WeekTable week={week.days} />}
      />
    </Stack>
  );
}
