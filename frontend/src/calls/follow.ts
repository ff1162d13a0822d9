import { useOfSound, type Sound } from "@/playback/sound";
import type { Turn } from "./queries";

/** A recording that goes along with the words: from each turn one can listen on, and one sees which is heard. */
export interface Follow {
  sound: Sound;
  /** When the recording began. */
  startedAt: string;
  durationMs: number;
}

/** Seconds from the recording's start to a turn's; undefined where the recording has nothing of it. */
export function secondsTo(turn: Turn, follow: Follow): number | undefined {
  const from = millis(turn.started_at, follow);
  const to = millis(turn.ended_at, follow);
  return to <= 0 || from >= follow.durationMs ? undefined : Math.max(0, from / 1000);
}

/** The index of the turn that is heard now: the last one that began. */
export function useTurnHeard(turns: readonly Turn[], follow: Follow | undefined) {
  return useOfSound(follow?.sound, (sound) => {
    const at = sound?.at() ?? 0;
    if (sound === undefined || follow === undefined || (at === 0 && !sound.isPlaying())) {
      return undefined;
    }
    return turns.findLast((turn) => {
      const from = secondsTo(turn, follow);
      return turn.speaker !== "system" && from !== undefined && from <= at + 0.05;
    })?.index;
  });
}

function millis(at: string, follow: Follow): number {
  return new Date(at).getTime() - new Date(follow.startedAt).getTime();
}
