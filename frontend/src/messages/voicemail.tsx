import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { Player } from "@/playback/player";
import { useSound } from "@/playback/sound";
import { playbackWords } from "@/playback/words";
import { ErrorState } from "@/ui/states";
import { messageQueries } from "./queries";

/** What the caller said after the beep, to listen to. */
export default function Voicemail({ id, caller }: { id: string; caller: string }) {
  const words = useWords(playbackWords);
  const { data: playback, error, refetch } = useQuery(messageQueries.recording(id));
  const sound = useSound(playback?.audio_url);
  if (error !== null) {
    return <ErrorState error={error} retry={() => void refetch()} />;
  }
  if (playback?.state === "ready" && sound !== undefined) {
    return <Player sound={sound} playback={playback} caller={caller} />;
  }
  return (
    <Text c="dimmed">
      {playback?.state === "deleted" || playback?.state === "failed" ? words.gone : words.onItsWay}
    </Text>
  );
}
