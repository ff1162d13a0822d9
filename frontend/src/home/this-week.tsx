import { Anchor, Card, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { dayText } from "@/ui/zoned";
import { homeQueries } from "./queries";
import { Section } from "./section";
import classes from "./this-week.module.css";
import { homeWords } from "./words";

/** What the last seven days brought, in a sentence. */
export function ThisWeek() {
  const words = useWords(homeWords);
  const router = useRouter();
  const { data: week } = useQuery(homeQueries.week());
  const { data: days } = useQuery(homeQueries.days());
  if (week === undefined || week.total_calls === 0) {
    return null;
  }
  const insights = "/insights" in router.routesByPath;
  return (
    <Section
      title={words.thisWeek}
      aside={
        insights && (
          <Anchor component={Link} to={"/insights"} size="sm">
            {words.moreOfThat}
          </Anchor>
        )
      }
    >
      <Card>
        <Group justify="space-between" wrap="nowrap" gap="lg">
          <Text maw="56ch">
            {words.week(
              week.total_calls,
              week.leads_generated,
              week.appointments_booked,
              week.after_hours_calls,
            )}
          </Text>
          {days !== undefined && <Days points={days.points} />}
        </Group>
      </Card>
    </Section>
  );
}

/** A bar for each day; the sentence beside it says the same. */
function Days({ points }: { points: { date: string; value: number }[] }) {
  const words = useWords(homeWords);
  const locale = useLocale();
  const most = Math.max(1, ...points.map((point) => point.value));
  return (
    <div className={classes.bars} role="img" aria-label={words.callsPerDay}>
      {points.map(({ date, value }) => (
        <div
          key={date}
          className={classes.day}
          title={`${dayText(date, locale, { weekday: "long" })}: ${value}`}
        >
          <div className={classes.bar} style={{ height: `${(value / most) * 100}%` }} />
          <span aria-hidden>{dayText(date, locale, { weekday: "narrow" })}</span>
        </div>
      ))}
    </div>
  );
}
