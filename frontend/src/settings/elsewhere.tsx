import { Anchor, Card, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useManages } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { settingsWords } from "./words";

const PLACES = [
  { to: "/settings/log-ins", name: "toLogIns", about: "logInsAbout" },
  { to: "/settings/team", name: "toTeam", about: "teamAbout" },
  { to: "/settings/calendars", name: "toCalendars", about: "calendarsAbout", managers: true },
  { to: "/settings/accounts", name: "toAccounts", about: "accountsAbout", managers: true },
  { to: "/settings/programs", name: "toPrograms", about: "programsAbout", managers: true },
  { to: "/settings/history", name: "toHistory", about: "historyAbout", managers: true },
] as const;

/** The ways to the settings that have a page of their own. */
export function Elsewhere() {
  const words = useWords(settingsWords);
  const manages = useManages();
  return (
    <Card component="section" p="lg" mt="lg" maw={640}>
      <Title order={2} size="h3">
        {words.elsewhere}
      </Title>
      <Stack gap="sm" mt="xs">
        {PLACES.filter((place) => manages || !("managers" in place)).map(({ to, name, about }) => (
          <div key={to}>
            <Anchor component={Link} to={to}>
              {words[name]}
            </Anchor>
            <Text c="dimmed">{words[about]}</Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
