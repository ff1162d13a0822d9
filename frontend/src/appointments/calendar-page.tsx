import { ActionIcon, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { useShortcuts } from "@/ui/shortcuts";
import { ErrorState, SkeletonList } from "@/ui/states";
import { useNow } from "@/ui/when";
import { useForeignZone, useZone } from "@/ui/zone";
import { dayText, momentAt, plusDays } from "@/ui/zoned";
import { Agenda } from "./agenda";
import { BookVisit } from "./book-visit";
import { daysShown, type CalendarView } from "./days-shown";
import { Month } from "./month";
import { appointmentQueries, type Appointment } from "./queries";
import { VisitDrawer } from "./visit-drawer";
import { Week } from "./week";
import { appointmentWords } from "./words";

/** Who comes when: a day, a week or a month at a time. */
export function CalendarPage(props: {
  /** A day within what is shown; what is present if there is none. */
  day: string | undefined;
  view: CalendarView;
  chosen: string | undefined;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const foreign = useForeignZone();
  const navigate = useNavigate();
  const [booking, setBooking] = useState(false);
  const roomy = useMediaQuery("(min-width: 48em)", undefined, { getInitialValueInEffect: false });
  const today = isoDate(useNow(), zone);
  const { view } = props;
  const shown = daysShown(view, props.day ?? today);
  const days = shown.days;
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const bounds = {
    from: momentAt(first, 0, zone).toISOString(),
    to: momentAt(plusDays(last, 1), 0, zone).toISOString(),
  };
  const { data, error, refetch } = useQuery({
    ...appointmentQueries.list({ starts_from: bounds.from, starts_before: bounds.to }),
    placeholderData: keepPreviousData,
  });
  const { data: busy = [] } = useQuery({
    ...appointmentQueries.busy(bounds),
    placeholderData: keepPreviousData,
  });

  const present =
    days.includes(today) && (view !== "month" || shown.anchor.slice(0, 7) === today.slice(0, 7));
  const show = (day: string | undefined) =>
    void navigate({
      to: "/calendar",
      search: (known) => ({
        ...known,
        day: day === undefined || daysShown(view, today).anchor === day ? undefined : day,
      }),
    });
  const choose = (visit: Appointment | undefined) =>
    void navigate({
      to: "/calendar",
      search: (known) => ({ ...known, appointment: visit?.id }),
      replace: true,
    });
  useShortcuts([
    { key: "t", does: words.present(shown.step), run: () => show(undefined) },
    { key: "n", does: words.book, run: () => setBooking(true) },
  ]);

  const standing = data?.filter(
    ({ status, starts_at }) =>
      status === "booked" &&
      (view !== "month" || isoDate(starts_at, zone).startsWith(shown.anchor.slice(0, 7))),
  ).length;
  const day = (date: string) => dayText(date, locale, { day: "numeric", month: "long" });
  const span =
    view === "day"
      ? dayText(first, locale, { dateStyle: "full" })
      : view === "month"
        ? dayText(shown.anchor, locale, { month: "long", year: "numeric" })
        : words.span(day(first), day(last));
  const title = (count: number) => {
    if (view === "day") {
      return present ? words.onToday(count) : words.thatDay(count, day(first));
    }
    if (view === "month") {
      return words.thatMonth(count, dayText(shown.anchor, locale, { month: "long" }));
    }
    return present ? words.thisWeek(count) : words.thatWeek(count, day(first));
  };
  const name = { day: words.asDay, week: words.asWeek, month: words.asMonth, list: words.asList };
  return (
    <>
      <PageHeader
        name={words.name}
        title={standing === undefined ? words.name : title(standing)}
        about={foreign === undefined ? span : words.inZone(span, foreign.replaceAll("_", " "))}
        actions={
          <Button
            leftSection={<IconCalendarPlus size={18} stroke={1.5} aria-hidden />}
            onClick={() => setBooking(true)}
          >
            {words.book}
          </Button>
        }
      />
      <Stack gap="md">
        <Group justify="space-between">
          <Group gap="xs">
            <ActionIcon
              variant="default"
              size={36}
              aria-label={words.before(shown.step)}
              onClick={() => show(shown.before)}
            >
              <IconChevronLeft size={18} stroke={1.5} />
            </ActionIcon>
            <Button variant="default" onClick={() => show(undefined)} disabled={present}>
              {words.present(shown.step)}
            </Button>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={words.after(shown.step)}
              onClick={() => show(shown.after)}
            >
              <IconChevronRight size={18} stroke={1.5} />
            </ActionIcon>
          </Group>
          {roomy && (
            <SegmentedControl
              aria-label={words.view}
              value={props.view}
              onChange={(value) =>
                void navigate({
                  to: "/calendar",
                  search: (known) => ({
                    ...known,
                    view: value === "week" ? undefined : (value as CalendarView),
                  }),
                })
              }
              data={(["day", "week", "month", "list"] as const).map((value) => ({
                value,
                label: name[value],
              }))}
            />
          )}
        </Group>
        {data === undefined ? (
          error === null ? (
            <SkeletonList rows={1} rowHeight={480} />
          ) : (
            <ErrorState error={error} retry={() => void refetch()} />
          )
        ) : !roomy || view === "list" ? (
          <Agenda
            days={days}
            empty={words.emptyIn(shown.step)}
            visits={data}
            chosen={props.chosen}
          />
        ) : view === "month" ? (
          <Month
            days={days}
            month={shown.anchor.slice(0, 7)}
            visits={data}
            busy={busy}
            choose={choose}
          />
        ) : (
          <Week days={days} label={name[view]} visits={data} busy={busy} choose={choose} />
        )}
        <Text size="sm" c="dimmed" visibleFrom="md">
          {words.keys}
        </Text>
      </Stack>
      <VisitDrawer id={props.chosen} close={() => choose(undefined)} />
      <BookVisit opened={booking} close={() => setBooking(false)} />
    </>
  );
}
