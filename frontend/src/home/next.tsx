import { Anchor, Card, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { appointmentQueries } from "@/appointments/queries";
import { useServiceNames } from "@/appointments/services";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate, time } from "@/ui/format";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SoftLink } from "@/ui/soft-link";
import { useNow } from "@/ui/when";
import { useForeignZone, useZone } from "@/ui/zone";
import { momentAt, plusDays } from "@/ui/zoned";
import { Section } from "./section";
import { homeWords } from "./words";

const SHOWN = 3;
const DAYS = 14;

/** Who comes next. */
export function Next() {
  const words = useWords(homeWords);
  const locale = useLocale();
  const zone = useZone();
  const foreign = useForeignZone();
  const now = useNow();
  const today = isoDate(now, zone);
  const names = useServiceNames();
  const { data } = useQuery(
    appointmentQueries.list({
      status: "booked",
      starts_from: momentAt(today, 0, zone).toISOString(),
      starts_before: momentAt(plusDays(today, DAYS), 0, zone).toISOString(),
    }),
  );
  if (data === undefined) {
    return null;
  }
  const next = data.filter((visit) => Date.parse(visit.ends_at) > now.getTime());
  return (
    <Section
      title={foreign === undefined ? words.next : words.nextInZone(foreign)}
      aside={
        next.length > SHOWN && (
          <Anchor component={Link} to={"/calendar"} size="sm">
            {words.allVisits(next.length)}
          </Anchor>
        )
      }
    >
      {next.length === 0 ? (
        <Card>
          <Text>{words.nobodyComes}</Text>
        </Card>
      ) : (
        <PersonList label={words.next}>
          {next.slice(0, SHOWN).map((visit) => (
            <PersonRow
              key={visit.id}
              name={visit.name}
              number={visit.phone}
              title={visit.name}
              link={(name) => (
                <SoftLink to="/calendar" search={{ appointment: visit.id }}>
                  {name}
                </SoftLink>
              )}
              wish={visit.reason ?? names(visit.service_id)}
              aside={time(visit.starts_at, zone, locale, {
                weekday: "short",
                hour: "numeric",
                minute: "2-digit",
                ...(isoDate(visit.starts_at, zone) > plusDays(today, 6) && {
                  day: "numeric",
                  month: "short",
                }),
              })}
            />
          ))}
        </PersonList>
      )}
    </Section>
  );
}
