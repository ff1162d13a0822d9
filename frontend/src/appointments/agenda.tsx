import { Stack, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { CallMe } from "@/practice/call-me";
import { isoDate, phone, time } from "@/ui/format";
import { PersonList, PersonRow } from "@/ui/person-row";
import { EmptyState } from "@/ui/states";
import { useZone } from "@/ui/zone";
import { dayText } from "@/ui/zoned";
import type { Appointment } from "./queries";
import { useServiceNames } from "./services";
import { appointmentWords } from "./words";

/** Some days as a list, one after the other. */
export function Agenda(props: {
  days: string[];
  /** What to say when nobody is booked on any of them. */
  empty: string;
  visits: Appointment[];
  chosen: string | undefined;
}) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const names = useServiceNames();
  if (props.visits.length === 0) {
    return (
      <EmptyState title={props.empty} action={<CallMe size="sm" />}>
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg" maw={720}>
      {props.days.map((day) => {
        const visits = props.visits.filter((visit) => isoDate(visit.starts_at, zone) === day);
        const title = dayText(day, locale, { weekday: "long", day: "numeric", month: "long" });
        return (
          visits.length > 0 && (
            <Stack key={day} gap="xs" component="section" aria-label={title}>
              <Title order={2} size="h3">
                {title}
              </Title>
              <PersonList label={title}>
                {visits.map((visit) => (
                  <PersonRow
                    key={visit.id}
                    name={visit.name}
                    number={visit.phone}
                    title={visit.name}
                    strong={visit.status === "booked"}
                    current={visit.id === props.chosen}
                    link={(name) => (
                      <Link
                        to="/calendar"
                        search={(known) => ({ ...known, appointment: visit.id })}
                        style={
                          visit.status === "cancelled"
                            ? { textDecoration: "line-through" }
                            : undefined
                        }
                      >
                        {name}
                      </Link>
                    )}
                    wish={visit.reason ?? names(visit.service_id)}
                    about={
                      visit.status === "cancelled"
                        ? words.cancelled
                        : visit.phone != null && phone(visit.phone)
                    }
                    aside={time(visit.starts_at, zone, locale, {
                      hour: "numeric",
                      minute: "2-digit",
                    })}
                  />
                ))}
              </PersonList>
            </Stack>
          )
        );
      })}
    </Stack>
  );
}
