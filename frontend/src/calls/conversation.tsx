import { Text } from "@mantine/core";
import { IconSettings2, IconWaveSine } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { useZone } from "@/ui/zone";
import type { Caption, ToolAtWork } from "@/live/events";
import classes from "./conversation.module.css";
import type { Turn } from "./queries";
import { seconds } from "./seconds";
import { useToolWords } from "./tools";
import { callWords } from "./words";

/** What was said, and what is being said, in order. */
export function Conversation(props: {
  /** Who speaks for the caller. */
  caller: string;
  turns: readonly Turn[];
  captions?: readonly Caption[];
  tool?: ToolAtWork | null;
}) {
  const tools = useToolWords();
  return (
    <ol className={classes.turns}>
      {props.turns.map((turn) => (
        <TurnView key={turn.index} turn={turn} caller={props.caller} />
      ))}
      {props.captions?.map((caption) => (
        <CaptionView key={caption.index} caption={caption} caller={props.caller} />
      ))}
      {props.tool != null && (
        <li className={classes.tool}>
          <IconSettings2 size={14} stroke={1.5} aria-hidden />
          {tools.doing(props.tool.name)}
        </li>
      )}
    </ol>
  );
}

const TurnView = memo(function TurnView({ turn, caller }: { turn: Turn; caller: string }) {
  const words = useWords(callWords);
  const tools = useToolWords();
  const zone = useZone();
  const locale = useLocale();
  const heard = turn.heard_text ?? turn.text;
  const unheard = turn.text.startsWith(heard) ? turn.text.slice(heard.length) : "";
  return (
    <>
      {turn.tool_calls.map((call) => (
        <li key={call.id} className={classes.tool}>
          <IconSettings2 size={14} stroke={1.5} aria-hidden />
          {tools.done(call)}
        </li>
      ))}
      {turn.speaker !== "system" && (
        <li className={classes.turn} data-speaker={turn.speaker}>
          <Text size="xs" c="dimmed" className={classes.who}>
            <time dateTime={turn.started_at}>
              {time(turn.started_at, zone, locale, { timeStyle: "medium" })}
            </time>{" "}
            <strong>{turn.speaker === "caller" ? caller : words.receptionist}</strong>
            {turn.reply_ms != null && (
              <span className={classes.reply} title={words.repliedAfter}>
                {" "}
                {words.after(seconds(turn.reply_ms, locale))}
              </span>
            )}
          </Text>
          <p className={classes.words} dir="auto">
            {heard}
            {unheard !== "" && (
              <span className={classes.unheard} title={words.notHeard}>
                {unheard}
              </span>
            )}
          </p>
          {turn.interrupted && (
            <span className={classes.cut}>
              <IconWaveSine size={14} stroke={1.5} aria-hidden />
              {words.interrupted}
            </span>
          )}
        </li>
      )}
    </>
  );
});

function CaptionView({ caption, caller }: { caption: Caption; caller: string }) {
  const words = useWords(callWords);
  const who = caption.speaker === "caller" ? caller : words.receptionist;
  if (caption.text === "" && caption.speaker !== "caller") {
    return null;
  }
  return (
    <li className={classes.turn} data-speaker={caption.speaker} data-speaking>
      <Text size="xs" c="dimmed" className={classes.who}>
        <strong>{who}</strong>
      </Text>
      <p className={classes.words} dir="auto">
        {caption.text}
        <span className={classes.typing} role="img" aria-label={words.speaking(who)} />
      </p>
    </li>
  );
}
