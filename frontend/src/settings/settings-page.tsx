import { Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import AccountSettings from "@/app/account-settings";
import { businessQueries } from "@/business/queries";
import { KnownCallers } from "@/callers/known-callers";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { ErrorState, SkeletonList } from "@/ui/states";
import type { Versioned } from "@/ui/versioned";
import { useNow } from "@/ui/when";
import { Elsewhere } from "./elsewhere";
import { HolidaysSection } from "./holidays-section";
import { isOpen } from "@/business/hours";
import { HoursSection } from "./hours-section";
import { ProfileSection } from "./profile-section";
import { RecordingSection } from "./recording-section";
import { StaffFirstSection } from "./staff-first-section";
import { useBusiness, type Business } from "@/business/resource";
import { settingsWords } from "./words";

const DrillCard = lazy(() => late(() => import("@/drill/drill-card")));

/** What the business is and when it is open; how this device shows it. */
export function SettingsPage() {
  const words = useWords(settingsWords);
  const edited = useQuery(businessQueries.edited());
  return (
    <>
      {edited.data !== undefined ? (
        <OfBusiness read={edited.data} />
      ) : (
        <>
          <PageHeader title={words.name} />
          {edited.isError ? (
            <ErrorState error={edited.error} retry={() => void edited.refetch()} />
          ) : (
            <SkeletonList rows={3} rowHeight={320} />
          )}
        </>
      )}
      <KnownCallers treatment="straight_through" />
      <KnownCallers treatment="blocked" />
      <Suspense>
        <DrillCard />
      </Suspense>
      <Elsewhere />
      <Card component="section" p="lg" mt="lg" maw={640}>
        <Title order={2} size="h3">
          {words.device}
        </Title>
        <Text c="dimmed">{words.deviceAbout}</Text>
        <AccountSettings />
      </Card>
    </>
  );
}

function OfBusiness({ read }: { read: Versioned<Business> }) {
  const words = useWords(settingsWords);
  const locale = useLocale();
  const now = useNow();
  const resource = useBusiness();
  const { value } = read;
  return (
    <>
      <PageHeader
        title={isOpen(value, now) ? words.openNow : words.closedNow}
        name={words.name}
        about={words.clock(
          time(now, value.time_zone, locale, {
            weekday: "long",
            hour: "numeric",
            minute: "2-digit",
          }),
          value.time_zone,
        )}
      />
      <Stack gap="lg" maw={640}>
        <ProfileSection read={read} resource={resource} />
        <HoursSection read={read} resource={resource} />
        <HolidaysSection read={read} resource={resource} />
        <StaffFirstSection read={read} resource={resource} />
        <RecordingSection read={read} resource={resource} />
      </Stack>
    </>
  );
}
