import { Anchor, Card, Text } from "@mantine/core";
import { useServiceNames } from "@/appointments/services";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate, time } from "@/ui/format";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SoftLink } from "@/ui/soft-link";
import { useNow } from "@/ui/when";
import { useForeignZone, useZone } from "@/ui/zone";
import { plusDays } from "@/ui/zoned";
import { Section } from "./section";
import { useUpcoming } from "./upcoming";
import { homeWords } from "./words";

const SHOWN = 3;

/** Who comes next. */
export function Next() {
  const words = useWords(homeWords);
  const locale = useLocale();
  const zone = useZone();
  const foreign = useForeignZone();
  const today = isoDate(useNow(), zone);
  const names = useServiceNames();
  const { visits: next } = useUpcoming();
  if (next === undefined) {
    return null;
  }
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
