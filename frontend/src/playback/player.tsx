import { ActionIcon, Text } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { clock } from "@/ui/format";
import classes from "./player.module.css";
import { useOfSound, type Sound } from "./sound";
import { Waveform } from "./waveform";
import { playbackWords } from "./words";

export type Playback = Schema<"Playback">;

/** Plays a recording: one row for each party, and one place for both, chosen by pointer or arrow keys. */
export function Player(props: {
  sound: Sound;
  playback: Playback;
  /** Who speaks for the caller. */
  caller: string;
}) {
  const { sound, playback } = props;
  const words = useWords(playbackWords);
  const isPlaying = useOfSound(sound, (of) => of?.isPlaying() ?? false);
  const hasFailed = useOfSound(sound, (of) => of?.hasFailed() ?? false);
  const at = useOfSound(sound, (of) => Math.floor((of?.at() ?? 0) * 4) / 4);
  const seconds = (playback.duration_ms ?? 0) / 1000;
  const both = playback.waveform?.receptionist.length !== 0;
  const place = words.place(clock(at), clock(seconds));
  return (
    <div className={classes.player}>
      <ActionIcon
        size={40}
        radius="xl"
        aria-label={isPlaying ? words.pause : words.play}
        onClick={() => {
          sound.toggle();
        }}
      >
        {isPlaying ? (
          <IconPlayerPause size={18} stroke={1.5} aria-hidden />
        ) : (
          <IconPlayerPlay size={18} stroke={1.5} aria-hidden />
        )}
      </ActionIcon>
      <div className={classes.rows}>
        {both && (
          <div className={classes.names} aria-hidden>
            <span>{props.caller}</span>
            <span>{words.receptionist}</span>
          </div>
        )}
        <div className={classes.waves}>
          {playback.waveform != null && (
            <>
              <Waveform
                values={playback.waveform.caller}
                speaker="caller"
                played={seconds === 0 ? 0 : at / seconds}
              />
              {both && (
                <Waveform
                  values={playback.waveform.receptionist}
                  speaker="receptionist"
                  played={seconds === 0 ? 0 : at / seconds}
                />
              )}
            </>
          )}
          <input
            type="range"
            className={classes.place}
            aria-label={words.where}
            aria-valuetext={place}
            min={0}
            max={Math.max(1, Math.floor(seconds))}
            step={1}
            value={Math.floor(at)}
            onChange={(event) => {
              sound.seek(Number(event.currentTarget.value));
            }}
          />
        </div>
      </div>
      <Text size="sm" c="dimmed" className={classes.clock}>
        {place}
      </Text>
      {hasFailed && (
        <Text size="sm" c="dimmed" role="alert" className={classes.failed}>
          {words.failed}
        </Text>
      )}
    </div>
  );
}
