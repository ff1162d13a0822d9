import { Text, UnstyledButton } from "@mantine/core";
import { IconPlayerPlay, IconSettings2, IconWaveSine } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { SoftLink } from "@/ui/soft-link";
import { useZone } from "@/ui/zone";
import type { Caption, ToolAtWork } from "@/live/events";
import classes from "./conversation.module.css";
import { secondsTo, useTurnHeard, type Follow } from "./follow";
import type { KnowledgeUse, Turn } from "./queries";
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
  /** The recording to listen to; none if there is none. */
  follow?: Follow;
  /** Which turns came from what the receptionist knows. */
  uses?: readonly KnowledgeUse[];
}) {
  const tools = useToolWords();
  const heard = useTurnHeard(props.turns, props.follow);
  return (
    <ol className={classes.turns}>
      {props.turns.map((turn) => (
        <TurnView
          key={turn.index}
          turn={turn}
          caller={props.caller}
          follow={props.follow}
          isHeard={turn.index === heard}
          uses={props.uses}
        />
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

const TurnView = memo(function TurnView(props: {
  turn: Turn;
  caller: string;
  follow: Follow | undefined;
  isHeard: boolean;
  uses: readonly KnowledgeUse[] | undefined;
}) {
  const { turn, caller, follow, isHeard } = props;
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
        <li
          className={classes.turn}
          data-speaker={turn.speaker}
          data-heard={isHeard || undefined}
          aria-current={isHeard || undefined}
        >
          <Text size="xs" c="dimmed" className={classes.who}>
            <FromHere turn={turn} follow={follow}>
              <time dateTime={turn.started_at}>
                {time(turn.started_at, zone, locale, { timeStyle: "medium" })}
              </time>
            </FromHere>{" "}
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
          <Sources uses={props.uses?.filter((use) => use.turn_index === turn.index) ?? []} />
        </li>
      )}
    </>
  );
});

/** From what the receptionist answered. */
function Sources({ uses }: { uses: readonly KnowledgeUse[] }) {
  const words = useWords(callWords);
  return uses.map((use) => (
    <Text key={use.entry_id} size="xs" c="dimmed">
      {use.searched ? words.from : words.likelyFrom}{" "}
      {use.removed ? (
        use.title
      ) : (
        <SoftLink to="/receptionist/knowledge" hash={use.entry_id}>
          {use.title}
        </SoftLink>
      )}
    </Text>
  ));
}

/** Plays the recording from a turn on, where it has that turn. */
function FromHere(props: { turn: Turn; follow: Follow | undefined; children: ReactNode }) {
  const { turn, follow } = props;
  const words = useWords(callWords);
  const zone = useZone();
  const locale = useLocale();
  const from = follow === undefined ? undefined : secondsTo(turn, follow);
  if (follow === undefined || from === undefined) {
    return props.children;
  }
  return (
    <UnstyledButton
      className={classes.from}
      aria-label={words.fromHere(time(turn.started_at, zone, locale, { timeStyle: "medium" }))}
      onClick={() => {
        follow.sound.seek(from);
        follow.sound.play();
      }}
    >
      <IconPlayerPlay size={12} stroke={1.5} aria-hidden />
      {props.children}
    </UnstyledButton>
  );
}

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
