import { Button, Group, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, body } from "@/api/client";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { receptionistWords } from "./words";

const TRIES = 30;
const BETWEEN_MS = 1000;

export type Occasion = "open" | "closed" | "holiday";

/** Plays a greeting. The published one may still be in the making right after publishing. */
export function HearGreeting({
  id,
  version = "published",
  occasion,
  voice,
  label,
}: {
  id: string;
  version?: string;
  /** When somebody calls; now, if it is left out. */
  occasion?: Occasion;
  /** Another of its model's voices, to hear how that sounds. */
  voice?: string;
  /** What is heard, in words. */
  label?: string;
}) {
  const words = useWords(receptionistWords);
  const toast = useToast();
  const player = useRef<AudioContext>(undefined);
  const [playing, setPlaying] = useState(false);
  const stop = () => {
    void player.current?.close();
    player.current = undefined;
    setPlaying(false);
  };
  // Stopped once only: what ends after this is not stopped again.
  useEffect(
    () => () => {
      void player.current?.close();
      player.current = undefined;
    },
    [],
  );

  const hear = useMutation({
    mutationFn: async () => {
      const sound = await body(
        api.GET("/api/v1/receptionists/{id}/greeting-audio", {
          params: { path: { id }, query: { version, occasion, voice } },
          parseAs: "arrayBuffer",
        }),
      );
      const context = new AudioContext();
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(sound);
      source.connect(context.destination);
      source.onended = stop;
      player.current = context;
      setPlaying(true);
      source.start();
    },
    retry: (failures, failure) =>
      failure instanceof ApiProblem && failure.status === 404 && failures < TRIES,
    retryDelay: BETWEEN_MS,
    onError: toast.failed,
  });

  const looks =
    label === undefined
      ? ({ variant: "default" } as const)
      : ({ variant: "subtle", size: "compact-sm" } as const);
  return (
    <Group gap="xs">
      {playing ? (
        <Button
          {...looks}
          leftSection={<IconPlayerStop size={16} stroke={1.5} aria-hidden />}
          onClick={stop}
        >
          {words.stop}
        </Button>
      ) : (
        <Button
          {...looks}
          leftSection={<IconPlayerPlay size={16} stroke={1.5} aria-hidden />}
          loading={hear.isPending}
          onClick={() => hear.mutate()}
        >
          {label ?? words.hear}
        </Button>
      )}
      {label === undefined && (
        <Text size="sm" c="dimmed">
          {words.hearAbout}
        </Text>
      )}
    </Group>
  );
}
