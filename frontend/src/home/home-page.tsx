import { Box, Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { UnansweredCount } from "@/knowledge/unanswered-count";
import { leadQueries } from "@/leads/queries";
import { messageQueries } from "@/messages/queries";
import { Checklist } from "@/setup/checklist";
import { useWords } from "@/i18n/catalogue";
import { minutesInto } from "@/ui/zoned";
import { ErrorState, SkeletonList, useInSlices } from "@/ui/states";
import { PageHeader } from "@/ui/page-header";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { NeedsYou } from "./needs-you";
import { Next } from "./next";
import { Now } from "./now";
import { homeQueries } from "./queries";
import { useSettled } from "./settled";
import { ThisWeek } from "./this-week";
import { useUpcoming } from "./upcoming";
import { waiting } from "./waiting";
import { homeWords } from "./words";

/** Did anyone call, did we lose anything, what do I have to do? */
export function HomePage() {
  const words = useWords(homeWords);
  const settled = useInSlices(useSettled());
  const hour = Math.floor(minutesInto(useNow(), useZone()) / 60);
  const messages = useInfiniteQuery(messageQueries.list({ status: "open" }));
  const leads = useInfiniteQuery(leadQueries.list({ status: "new" }));
  const { data: days } = useQuery(homeQueries.days());

  const greeting =
    hour < 5 || hour >= 18 ? words.evening : hour < 12 ? words.morning : words.afternoon;
  const { visits = [] } = useUpcoming();
  const known = settled && messages.data !== undefined && leads.data !== undefined;
  const people = known ? waiting(messages.data, leads.data, visits) : [];
  const more = messages.hasNextPage || leads.hasNextPage;
  const today = days?.points.at(-1)?.value;

  return (
    <>
      <PageHeader
        name={words.home}
        title={
          known && today !== undefined
            ? `${greeting} ${words.today(today, people.length)}`
            : greeting
        }
      />
      {settled ? (
        <Stack gap="lg" maw={880}>
          <Checklist />
          {known ? (
            <NeedsYou people={people} more={more} />
          ) : (
            <ErrorState
              error={messages.error ?? leads.error}
              retry={() => {
                void messages.refetch();
                void leads.refetch();
              }}
            />
          )}
          <UnansweredCount />
          <Now />
          <Next />
          <ThisWeek />
        </Stack>
      ) : (
        <Box maw={880}>
          <SkeletonList rows={5} rowHeight={104} />
        </Box>
      )}
    </>
  );
}
