import { Card, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLiveCall } from "@/live/use-live";
import { BackToList, DetailTitle, PartTitle } from "@/ui/detail-title";
import { ErrorState, useInSlices } from "@/ui/states";
import { CallAbout } from "./call-about";
import { CallDetails } from "./call-details";
import { CallLead } from "./call-lead";
import classes from "./call-page.module.css";
import { Conversation } from "./conversation";
import { Exactly } from "./exactly";
import { callQueries, isGoing, type Call, type Turn } from "./queries";
import { WhatHappened } from "./what-happened";
import { useWho } from "./who";
import { callWords } from "./words";

/** One call: what was said, and what it left. While it goes on, word for word as it is spoken. */
export function CallPage({ id }: { id: string }) {
  const words = useWords(callWords);
  const stored = useQuery(callQueries.one(id));
  const live = useLiveCall(id);
  const call = live?.call ?? stored.data;
  const going = live !== undefined && !live.over;
  // Asked for together with the call: all of it appears at once, and nothing jumps.
  const transcript = useQuery({ ...callQueries.transcript(id), enabled: !going });
  const turns = going ? live.turns : (transcript.data?.turns ?? live?.turns);
  const isKnown = useInSlices(call !== undefined && (turns !== undefined || !transcript.isPending));

  return (
    <article className={classes.page} aria-labelledby="call-who">
      <BackToList
        link={(shown) => (
          <Link to="/calls" search={true}>
            {shown}
          </Link>
        )}
      >
        {words.back}
      </BackToList>
      {call === undefined ? (
        stored.isPending ? (
          <OnItsWay />
        ) : (
          <>
            <DetailTitle id="call-who">{words.name}</DetailTitle>
            <ErrorState error={stored.error} retry={() => void stored.refetch()} />
          </>
        )
      ) : !isKnown ? (
        <OnItsWay />
      ) : (
        <Shown
          call={call}
          turns={turns}
          spoken={
            turns === undefined ? (
              <ErrorState error={transcript.error} retry={() => void transcript.refetch()} />
            ) : turns.length === 0 && (live?.partials.length ?? 0) === 0 ? (
              <Text c="dimmed">{isGoing(call) ? words.noWords : words.noWordsEver}</Text>
            ) : (
              <Conversation
                caller={call.caller_name ?? words.caller}
                turns={turns}
                captions={going ? live.partials : undefined}
                tool={going ? live.tool : null}
              />
            )
          }
        />
      )}
    </article>
  );
}

function Shown(props: { call: Call; turns: readonly Turn[] | undefined; spoken: ReactNode }) {
  const { call, turns } = props;
  const words = useWords(callWords);
  const who = useWho()(call);
  return (
    <>
      <header>
        <DetailTitle id="call-who">{who}</DetailTitle>
        <CallAbout call={call} />
      </header>
      <div className={classes.parts}>
        <Stack gap="md" className={classes.result}>
          <Part title={words.whatTheyWant}>
            <Text dir="auto">
              {call.summary ??
                (isGoing(call)
                  ? words.notYetKnown
                  : call.analyzed_at == null
                    ? words.analysing
                    : words.nothingWanted)}
            </Text>
          </Part>
          {turns !== undefined && (
            <Part title={words.whatHappened}>
              <WhatHappened call={call} turns={turns} />
            </Part>
          )}
        </Stack>
        <Card component="section" p="md" className={classes.spoken} aria-label={words.transcript}>
          {props.spoken}
        </Card>
        <Stack gap="md" className={classes.more}>
          <Part title={words.lead}>
            <CallLead call={call} />
          </Part>
          <Part title={words.details}>
            <CallDetails call={call} />
          </Part>
        </Stack>
        <Card component="section" p="md" className={classes.exactly} aria-label={words.exactly}>
          <Exactly id={call.id} />
        </Card>
      </div>
    </>
  );
}

/** As high as a call is that was answered. */
function OnItsWay() {
  return (
    <>
      <Skeleton height={56} radius="lg" />
      <div className={classes.parts}>
        <Skeleton height={180} radius="lg" className={classes.result} />
        <Skeleton height={480} radius="lg" className={classes.spoken} />
        <Skeleton height={180} radius="lg" className={classes.more} />
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section" p="md">
      <PartTitle mb="xs">{title}</PartTitle>
      {children}
    </Card>
  );
}
