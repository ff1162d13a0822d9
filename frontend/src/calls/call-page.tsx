import { Card, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { late } from "@/api/late";
import { BlockCaller } from "@/callers/block-caller";
import { useWords } from "@/i18n/catalogue";
import { useLiveCall } from "@/live/use-live";
import type { Playback } from "@/playback/player";
import type { Follow } from "./follow";
import { useSound, type Sound } from "@/playback/sound";
import { BackToList, DetailTitle, PartTitle } from "@/ui/detail-title";
import { ErrorState, useInSlices } from "@/ui/states";
import { CallAbout } from "./call-about";
import { CallDetails } from "./call-details";
import { CallLead } from "./call-lead";
import classes from "./call-page.module.css";
import { Conversation } from "./conversation";
import { Exactly } from "./exactly";
import { LiveActions } from "./live-actions";
import { callQueries, isGoing, type Call, type Turn } from "./queries";
import { WhatHappened } from "./what-happened";
import { useWho } from "./who";
import { callWords } from "./words";

const CallRecording = lazy(() => late(() => import("./call-recording")));

/** One call: what was said, and what it left. While it goes on, word for word as it is spoken. */
export function CallPage({ id }: { id: string }) {
  const words = useWords(callWords);
  const stored = useQuery(callQueries.one(id));
  const live = useLiveCall(id);
  const call = live?.call ?? stored.data;
  const going = live !== undefined && !live.over;
  // Asked for together with the call: all of it appears at once, and nothing jumps.
  const transcript = useQuery({ ...callQueries.transcript(id), enabled: !going });
  const recording = useQuery({
    ...callQueries.recording(id),
    enabled: !going && call !== undefined && !isGoing(call) && !call.test,
  });
  const knowledge = useQuery({ ...callQueries.knowledge(id), enabled: !going });
  const sound = useSound(recording.data?.audio_url);
  const follow = useFollow(recording.data, sound);
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
          recorded={
            recording.data?.state != null && (
              <Suspense fallback={<Skeleton height={76} />}>
                <CallRecording call={call} playback={recording.data} sound={sound} />
              </Suspense>
            )
          }
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
                follow={follow}
                uses={knowledge.data?.uses}
              />
            )
          }
        />
      )}
    </article>
  );
}

/** The recording as the words need it, once it can be played. */
function useFollow(playback: Playback | undefined, sound: Sound | undefined): Follow | undefined {
  const startedAt = playback?.started_at;
  const durationMs = playback?.duration_ms;
  return useMemo(
    () =>
      sound === undefined || startedAt == null || durationMs == null
        ? undefined
        : { sound, startedAt, durationMs },
    [sound, startedAt, durationMs],
  );
}

function Shown(props: {
  call: Call;
  turns: readonly Turn[] | undefined;
  recorded: ReactNode;
  spoken: ReactNode;
}) {
  const { call, turns } = props;
  const words = useWords(callWords);
  const who = useWho()(call);
  return (
    <>
      <header>
        <DetailTitle id="call-who">{who}</DetailTitle>
        <CallAbout call={call} />
        {isGoing(call) && !call.test && <LiveActions call={call} />}
      </header>
      {props.recorded !== false && (
        <Card component="section" p="md" aria-label={words.recording}>
          {props.recorded}
        </Card>
      )}
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
            {!call.test && call.direction === "inbound" && call.from != null && (
              <BlockCaller number={call.from} />
            )}
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
