import { Alert, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useWords } from "@/i18n/catalogue";
import { Captions } from "@/live/captions";
import { Elapsed } from "@/live/elapsed";
import { practiceQueries } from "@/practice/queries";
import { useShortcuts } from "@/ui/shortcuts";
import { useReason } from "@/ui/states";
import classes from "./talk.module.css";
import { TestCall, type TestCallState, type Version } from "./test-call";
import { TypedWords } from "./typed-words";
import { talkWords } from "./words";

/** The telephone on the page. */
export default function TalkPanel(props: {
  receptionist: string;
  language: string;
  hasDraft?: boolean;
  onOver?: () => void;
}) {
  const words = useWords(talkWords);
  const [phone] = useState(() => new TestCall());
  const state = useSyncExternalStore(phone.subscribe, phone.state);
  const [version, setVersion] = useState<Version>("draft");
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const canType = sandbox != null;
  const { onOver } = props;
  const isOver = state.phase === "over" && state.call !== undefined;
  useEffect(() => () => phone.hangUp(), [phone]);
  useEffect(() => {
    if (isOver) {
      onOver?.();
    }
  }, [isOver, onOver]);

  const call = (withMicrophone: boolean) =>
    void phone.call(
      {
        receptionist: props.receptionist,
        version: props.hasDraft === true ? version : "published",
        language: props.language,
      },
      withMicrophone,
    );
  const busy = state.phase === "calling" || state.phase === "talking";
  return (
    <Stack gap="sm">
      {props.hasDraft === true && !busy && (
        <SegmentedControl
          aria-label={words.which}
          value={version}
          onChange={(chosen) => setVersion(chosen === "published" ? "published" : "draft")}
          data={[
            { value: "draft", label: words.draft },
            { value: "published", label: words.published },
          ]}
        />
      )}
      <WhyNot problem={state.problem} />
      {busy ? (
        <OnTheLine phone={phone} state={state} />
      ) : (
        <Group gap="xs">
          <Button
            autoFocus={state.phase === "over"}
            leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
            onClick={() => call(true)}
          >
            {state.phase === "idle" ? words.call : words.again}
          </Button>
          {canType && (
            <Button variant="default" onClick={() => call(false)}>
              {words.without}
            </Button>
          )}
        </Group>
      )}
      {state.call !== undefined && <Captions callSid={state.call.sid} words={words} />}
      {state.phase === "talking" && canType && (
        <TypedWords say={(text) => phone.type(text)} needed={!state.hasMicrophone} />
      )}
      {isOver && (
        <Link to="/calls/$callId" params={{ callId: state.call?.id ?? "" }}>
          {words.see}
        </Link>
      )}
    </Stack>
  );
}

function OnTheLine({ phone, state }: { phone: TestCall; state: TestCallState }) {
  const words = useWords(talkWords);
  const { muted } = state;
  useShortcuts([
    { key: "h", does: words.hangUp, run: () => phone.hangUp() },
    ...(state.hasMicrophone
      ? [
          {
            key: "m",
            does: muted ? words.unmute : words.mute,
            run: () => phone.mute(!muted),
          },
        ]
      : []),
  ]);
  return (
    <>
      <Group gap="xs">
        <Text component="span" role="status" className={classes.state}>
          <span className={classes.dot} aria-hidden />
          {state.call === undefined ? (
            words.calling
          ) : (
            <Elapsed since={state.call.since} label={words.length} />
          )}
        </Text>
        {state.hasMicrophone ? (
          <>
            <Level phone={phone} />
            <Button
              variant="default"
              autoFocus
              aria-pressed={muted}
              leftSection={
                muted ? (
                  <IconMicrophoneOff size={18} stroke={1.5} aria-hidden />
                ) : (
                  <IconMicrophone size={18} stroke={1.5} aria-hidden />
                )
              }
              onClick={() => phone.mute(!muted)}
            >
              {words.mute}
            </Button>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {words.noMicrophone}
          </Text>
        )}
        <Button
          variant="default"
          leftSection={<IconPhoneOff size={18} stroke={1.5} aria-hidden />}
          onClick={() => phone.hangUp()}
        >
          {words.hangUp}
        </Button>
      </Group>
      {state.practises && state.hasMicrophone && !state.recognises && (
        <Text size="sm" c="dimmed">
          {words.onlyWords}
        </Text>
      )}
    </>
  );
}

/** How loud the microphone is. Drawn past React: it changes fifty times a second. */
function Level({ phone }: { phone: TestCall }) {
  const words = useWords(talkWords);
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      phone.watchLevel((level) => {
        // Speech is about a tenth of the loudest sound: the root makes room for it.
        bar.current?.style.setProperty("--level", String(Math.min(1, Math.sqrt(level) * 1.6)));
      }),
    [phone],
  );
  return (
    <span className={classes.level} role="img" aria-label={words.level}>
      <span ref={bar} className={classes.bar} />
    </span>
  );
}

function WhyNot({ problem }: { problem: TestCallState["problem"] }) {
  const words = useWords(talkWords);
  const reasonOf = useReason();
  if (problem === undefined) {
    return null;
  }
  return (
    <Alert role="alert" color="amber" variant="light">
      {problem.kind === "microphone"
        ? words[problem.reason]
        : problem.kind === "lost"
          ? words.lost
          : reasonOf(problem.cause)}
    </Alert>
  );
}
