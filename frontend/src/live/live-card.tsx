import { Card, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconSettings2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, useState } from "react";
import { Conversation } from "@/calls/conversation";
import { useToolWords } from "@/calls/tools";
import { numberOf, useWho } from "@/calls/who";
import { callWords } from "@/calls/words";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PersonAvatar } from "@/ui/person";
import { Elapsed } from "./elapsed";
import type { Turn } from "./events";
import type { LiveCall } from "./live-calls";
import classes from "./live.module.css";
import { useLiveCall } from "./use-live";
import { liveWords } from "./words";

/** A call that goes on: its last words, and all of them when opened. Draws itself anew for its own call only. */
export const LiveCard = memo(function LiveCard({ id }: { id: string }) {
  const live = useLiveCall(id);
  const [open, setOpen] = useState(false);
  const words = useWords(liveWords);
  const whoIs = useWho();
  if (live === undefined) {
    return null;
  }
  const { call } = live;
  const who = whoIs(call);
  const number = numberOf(call);
  return (
    <Card component="article" p="md" className={classes.card} aria-label={who}>
      <header className={classes.head}>
        <PersonAvatar name={call.caller_name} number={number} />
        <div className={classes.who}>
          <Text fw={550} truncate>
            {who}
          </Text>
          {call.caller_name != null && number !== undefined && (
            <Text size="xs" c="dimmed" dir="ltr">
              {phone(number)}
            </Text>
          )}
        </div>
        <span className={classes.clock}>
          <span className={classes.dot} aria-hidden />
          <Elapsed since={call.answered_at ?? call.started_at} label={words.length} />
        </span>
      </header>
      {open ? (
        <div className={classes.whole}>
          <Whole live={live} />
          <Link to="/calls/$callId" params={{ callId: id }} className={classes.link}>
            {words.open}
          </Link>
        </div>
      ) : (
        <LastWords live={live} />
      )}
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={open}
        aria-label={open ? words.less(who) : words.more(who)}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <IconChevronDown size={16} stroke={1.5} aria-hidden data-open={open || undefined} />
      </UnstyledButton>
    </Card>
  );
});

function Whole({ live }: { live: LiveCall }) {
  const words = useWords(callWords);
  return (
    <Conversation
      caller={live.call.caller_name ?? words.caller}
      turns={live.turns}
      captions={live.partials}
      tool={live.tool}
    />
  );
}

/** At most two lines: what was said last and what is said now, or done. Always as high. */
function LastWords({ live }: { live: LiveCall }) {
  const words = useWords(liveWords);
  const tools = useToolWords();
  const said = [
    ...live.turns.filter((turn) => turn.speaker !== "system"),
    ...live.partials.filter(({ text }) => text !== ""),
  ];
  const last = said.slice(live.tool === null ? -2 : -1);
  return (
    <div className={classes.last}>
      {last.length === 0 && live.tool === null && <p className={classes.quiet}>{words.ringing}</p>}
      {last.map(({ index, speaker, text }) => (
        <Line key={index} live={live} speaker={speaker} text={text} />
      ))}
      {live.tool !== null && (
        <p className={classes.quiet}>
          <IconSettings2 size={14} stroke={1.5} aria-hidden />
          {tools.doing(live.tool.name)}
        </p>
      )}
    </div>
  );
}

function Line(props: { live: LiveCall; speaker: Turn["speaker"]; text: string }) {
  const { caller, receptionist } = useWords(callWords);
  const who = props.speaker === "caller" ? (props.live.call.caller_name ?? caller) : receptionist;
  return (
    <div className={classes.line} data-speaker={props.speaker}>
      <Text size="xs" className={classes.speaker}>
        {who}
      </Text>
      <p className={classes.said} dir="auto">
        <span>{props.text}</span>
      </p>
    </div>
  );
}
