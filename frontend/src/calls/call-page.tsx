import { Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useLiveCall } from "@/live/use-live";
import { duration, money, phone, time } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { ErrorState, SkeletonList } from "@/ui/states";
import { useForeignZone, useZone } from "@/ui/zone";
import { CallDetails } from "./call-details";
import { CallLead } from "./call-lead";
import classes from "./calls.module.css";
import { Conversation } from "./conversation";
import { OutcomeBadge } from "./outcome-badge";
import { callQueries, isGoing, type Call, type Turn } from "./queries";
import { WhatHappened } from "./what-happened";
import { numberOf, useWho } from "./who";
import { callWords } from "./words";

/** One call: what was said, and what it left. While it goes on, word for word as it is spoken. */
export function CallPage({ id }: { id: string }) {
  const words = useWords(callWords);
  const stored = useQuery(callQueries.one(id));
  const live = useLiveCall(id);
  const call = live?.call ?? stored.data;

  return (
    <>
      <Link to="/calls" search={{}} className={classes.back}>
        <IconArrowLeft size={16} stroke={1.5} aria-hidden />
        {words.back}
      </Link>
      {call !== undefined ? (
        <Shown call={call} />
      ) : stored.isPending ? (
        <SkeletonList rows={3} rowHeight={120} />
      ) : (
        <>
          <PageHeader title={words.name} />
          <ErrorState error={stored.error} retry={() => void stored.refetch()} />
        </>
      )}
    </>
  );
}

function Shown({ call }: { call: Call }) {
  const words = useWords(callWords);
  const who = useWho()(call);
  const live = useLiveCall(call.id);
  const transcript = useQuery({
    ...callQueries.transcript(call.id),
    enabled: live === undefined || live.over,
  });
  const going = live !== undefined && !live.over;
  const turns = going ? live.turns : (transcript.data?.turns ?? live?.turns);

  return (
    <>
      <PageHeader title={who} about={<About call={call} />} />
      <div className={classes.columns}>
        <Card component="section" p="md" aria-label={words.transcript}>
          {turns === undefined ? (
            transcript.isError ? (
              <ErrorState error={transcript.error} retry={() => void transcript.refetch()} />
            ) : (
              <Skeleton height={240} />
            )
          ) : turns.length === 0 && (live?.partials.length ?? 0) === 0 ? (
            <Text c="dimmed">{isGoing(call) ? words.noWords : words.noWordsEver}</Text>
          ) : (
            <Conversation
              caller={call.caller_name ?? words.caller}
              turns={turns}
              captions={going ? live.partials : undefined}
              tool={going ? live.tool : null}
            />
          )}
        </Card>
        <Sides call={call} turns={turns} />
      </div>
    </>
  );
}

function Sides({ call, turns }: { call: Call; turns: readonly Turn[] | undefined }) {
  const words = useWords(callWords);
  return (
    <Stack gap="md">
      <Side title={words.whatTheyWant}>
        <Text>
          {call.summary ??
            (isGoing(call)
              ? words.notYetKnown
              : call.analyzed_at == null
                ? words.analysing
                : words.nothingWanted)}
        </Text>
      </Side>
      <Side title={words.whatHappened}>
        {turns === undefined ? (
          <Skeleton height={24} />
        ) : (
          <WhatHappened call={call} turns={turns} />
        )}
      </Side>
      <Side title={words.lead}>
        <CallLead call={call} />
      </Side>
      <Side title={words.details}>
        <CallDetails call={call} />
      </Side>
    </Stack>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section" p="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  );
}

/** Number, when, how long, what it cost. */
function About({ call }: { call: Call }) {
  const words = useWords(callWords);
  const zone = useZone();
  const foreign = useForeignZone();
  const locale = useLocale();
  const number = numberOf(call);
  const began = time(call.started_at, zone, locale, { dateStyle: "medium", timeStyle: "short" });
  const cost = call.cost?.amount_micros;
  const facts = [
    call.caller_name == null ? undefined : number === undefined ? words.withheld : phone(number),
    foreign === undefined ? began : `${began} (${foreign})`,
    call.duration_s == null ? undefined : duration(call.duration_s, locale),
    cost == null || call.cost == null
      ? undefined
      : money({ amount_micros: cost, currency: call.cost.currency }, locale),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {facts.join(" · ")} <OutcomeBadge call={call} />
    </>
  );
}
