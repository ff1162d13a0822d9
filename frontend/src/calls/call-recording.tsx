import { Button, Group, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { Player, type Playback } from "@/playback/player";
import type { Sound } from "@/playback/sound";
import { playbackWords } from "@/playback/words";
import { useConfirm } from "@/ui/confirm";
import { time } from "@/ui/format";
import { useShortcuts } from "@/ui/shortcuts";
import { useToast } from "@/ui/toast";
import { useZone } from "@/ui/zone";
import { callQueries, type Call } from "./queries";
import { callWords } from "./words";

/** What was recorded of a call: to listen to, and for how long it is kept. */
export default function CallRecording(props: {
  call: Call;
  playback: Playback;
  sound: Sound | undefined;
}) {
  const { call, playback, sound } = props;
  const words = useWords(playbackWords);
  const calls = useWords(callWords);
  const locale = useLocale();
  const zone = useZone();
  const day = (at: string) => time(at, zone, locale, { dateStyle: "long" });
  useShortcuts([{ key: "p", does: words.playPause, run: () => sound?.toggle() }]);

  if (playback.state === "ready" && sound !== undefined) {
    return (
      <>
        <Player sound={sound} playback={playback} caller={call.caller_name ?? calls.caller} />
        <Group justify="space-between" gap="xs" mt={4}>
          <Text size="sm" c="dimmed">
            {playback.delete_at != null && words.deleteAt(day(playback.delete_at))}
          </Text>
          <Delete id={call.id} />
        </Group>
      </>
    );
  }
  return (
    <Text c="dimmed">
      {playback.state === "deleted"
        ? words.wasDeleted(day(playback.deleted_at ?? playback.delete_at ?? call.started_at))
        : playback.state === "failed"
          ? words.lost
          : playback.state === "absent"
            ? words.nothingHeard
            : words.onItsWay}
    </Text>
  );
}

function Delete({ id }: { id: string }) {
  const words = useWords(playbackWords);
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      body(api.DELETE("/api/v1/calls/{id}/recording", { params: { path: { id } } })),
    onSuccess: () => toast.done(words.deleting),
    onError: toast.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: callQueries.recording(id).queryKey }),
  });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={isPending}
      leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
      onClick={async () => {
        const sure = await confirm({
          title: words.deleteTitle,
          body: words.deleteBody,
          action: words.toDelete,
          danger: true,
        });
        if (sure) {
          mutate();
        }
      }}
    >
      {words.toDelete}
    </Button>
  );
}
