import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { TalkToIt } from "@/talk/talk-to-it";
import { Captions } from "@/live/captions";
import { CallMe } from "@/practice/call-me";
import { practiceQueries, useRunning } from "@/practice/queries";
import { setupQueries } from "./queries";
import { setupWords } from "./words";

/** Hears the greeting, and lets somebody call while the words appear. */
export function PracticeStep(props: { goOn: () => void; skip: ReactNode }) {
  const words = useWords(setupWords);
  const queries = useQueryClient();
  const running = useRunning();
  const over = running?.over ?? false;
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const [talked, setTalked] = useState(false);
  const again = useCallback(() => {
    setTalked(true);
    void queries.invalidateQueries({ queryKey: setupQueries.steps().queryKey });
  }, [queries]);
  useEffect(() => {
    if (over) {
      void queries.invalidateQueries({ queryKey: setupQueries.steps().queryKey });
    }
  }, [over, queries]);
  return (
    <Stack>
      <Text>{words.practiceAbout}</Text>
      <Group gap="xs">
        <Greeting />
        <CallMe size="sm" />
      </Group>
      <Talk onOver={again} />
      {sandbox === null && <Text c="dimmed">{words.callYourself}</Text>}
      {running !== undefined && <Captions callSid={running.callSid} words={words} />}
      <Group gap="xs">
        {(over || talked) && <Button onClick={props.goOn}>{words.goOn}</Button>}
        {props.skip}
      </Group>
    </Stack>
  );
}

/** A call to whoever answers, once it is known who that is. */
function Talk(props: { onOver: () => void }) {
  const { data: usual } = useQuery(setupQueries.usual());
  return usual == null ? null : (
    <TalkToIt receptionist={usual.id} language={usual.languages[0] ?? "en"} onOver={props.onOver} />
  );
}

/** Plays what callers hear first. */
function Greeting() {
  const words = useWords(setupWords);
  const { data: sound } = useQuery(setupQueries.greeting());
  const [player, setPlayer] = useState<HTMLAudioElement>();
  useEffect(() => () => player?.pause(), [player]);
  const play = () => {
    if (sound == null) {
      return;
    }
    const address = URL.createObjectURL(sound);
    const next = new Audio(address);
    next.addEventListener("ended", () => {
      URL.revokeObjectURL(address);
      setPlayer(undefined);
    });
    setPlayer(next);
    next.play().catch(() => setPlayer(undefined)); // stopped before it began, or not to be played here
  };
  return player === undefined ? (
    <Button
      variant="default"
      disabled={sound == null}
      leftSection={<IconPlayerPlay size={18} stroke={1.5} aria-hidden />}
      onClick={play}
    >
      {sound === null ? words.greetingSoon : words.hearGreeting}
    </Button>
  ) : (
    <Button
      variant="default"
      leftSection={<IconPlayerStop size={18} stroke={1.5} aria-hidden />}
      onClick={() => setPlayer(undefined)}
    >
      {words.stopGreeting}
    </Button>
  );
}
