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
import { dayText, momentAt, mondayOf, plusDays } from "@/ui/zoned";
import { Agenda } from "./agenda";
import { BookVisit } from "./book-visit";
import { appointmentQueries, type Appointment } from "./queries";
import { VisitDrawer } from "./visit-drawer";
import { Week } from "./week";
import { appointmentWords } from "./words";

/** Who comes when: a week at a time. */
export function CalendarPage(props: {
  week: string | undefined;
  view: "week" | "list";
  chosen: string | undefined;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const foreign = useForeignZone();
  const navigate = useNavigate();
  const [booking, setBooking] = useState(false);
  const roomy = useMediaQuery("(min-width: 48em)", undefined, { getInitialValueInEffect: false });
  const present = mondayOf(isoDate(useNow(), zone));
  const week = props.week ?? present;
  const { data, error, refetch } = useQuery({
    ...appointmentQueries.list({
      starts_from: momentAt(week, 0, zone).toISOString(),
      starts_before: momentAt(plusDays(week, 7), 0, zone).toISOString(),
    }),
    placeholderData: keepPreviousData,
  });

  const show = (monday: string) =>
    void navigate({
      to: "/calendar",
      search: (known) => ({ ...known, week: monday === present ? undefined : monday }),
    });
  const choose = (visit: Appointment | undefined) =>
    void navigate({
      to: "/calendar",
      search: (known) => ({ ...known, appointment: visit?.id }),
      replace: true,
    });
  useShortcuts([
    { key: "t", does: words.today, run: () => show(present) },
    { key: "n", does: words.book, run: () => setBooking(true) },
  ]);

  const standing = data?.filter(({ status }) => status === "booked").length;
  const day = (date: string) => dayText(date, locale, { day: "numeric", month: "long" });
  const span = words.span(day(week), day(plusDays(week, 6)));
  return (
    <>
      <PageHeader
        name={words.name}
        title={
          standing === undefined
            ? words.name
            : week === present
              ? words.thisWeek(standing)
              : words.thatWeek(standing, day(week))
        }
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
              aria-label={words.before}
              onClick={() => show(plusDays(week, -7))}
            >
              <IconChevronLeft size={18} stroke={1.5} />
            </ActionIcon>
            <Button variant="default" onClick={() => show(present)} disabled={week === present}>
              {words.today}
            </Button>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={words.after}
              onClick={() => show(plusDays(week, 7))}
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
                  search: (known) => ({ ...known, view: value === "list" ? "list" : undefined }),
                })
              }
              data={[
                { value: "week", label: words.asWeek },
                { value: "list", label: words.asList },
              ]}
            />
          )}
        </Group>
        {data === undefined ? (
          error === null ? (
            <SkeletonList rows={1} rowHeight={480} />
          ) : (
            <ErrorState error={error} retry={() => void refetch()} />
          )
        ) : roomy && props.view === "week" ? (
          <Week monday={week} visits={data} choose={choose} />
        ) : (
          <Agenda monday={week} visits={data} chosen={props.chosen} />
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
