import { Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { useZone } from "@/ui/zone";
import { CallCost } from "./call-cost";
import classes from "./calls.module.css";
import { Fact } from "./fact";
import type { Call } from "./queries";
import { seconds } from "./seconds";
import { callWords } from "./words";

/** What is worth knowing once: what it cost, how quick it was, and what it was spoken by. */
export function CallDetails({ call }: { call: Call }) {
  const words = useWords(callWords);
  const zone = useZone();
  const locale = useLocale();
  const clock = (at: string) => time(at, zone, locale, { dateStyle: "short", timeStyle: "medium" });
  const engine = (name: string) => words[name as Call["engine"]];
  return (
    <Stack gap="md">
      <CallCost call={call} />
      <Reactions call={call} />
      <dl className={classes.facts}>
        <Fact name={words.started}>{clock(call.started_at)}</Fact>
        {call.ended_at != null && <Fact name={words.ended}>{clock(call.ended_at)}</Fact>}
        {call.sentiment != null && <Fact name={words.mood}>{words[call.sentiment]}</Fact>}
        <Fact name={words.engine}>{words[call.engine]}</Fact>
        {call.fallbacks.map(({ kind, from, to, at }) => (
          <dd key={kind + at} className={classes.note}>
            {kind === "engine"
              ? words.steppedDown(engine(from), engine(to), clock(at))
              : words.tookTheirPlace(from, to)}
          </dd>
        ))}
        <Fact name={words.callSid}>
          <Text span size="xs" ff="monospace">
            {call.call_sid}
          </Text>
        </Fact>
      </dl>
    </Stack>
  );
}

function Reactions({ call }: { call: Call }) {
  const words = useWords(callWords);
  const locale = useLocale();
  const latency = call.latency;
  if (latency == null) {
    return null;
  }
  const figures: [string, number | null | undefined][] = [
    [words.answering, latency.answer_ms],
    [words.firstWord, latency.first_word_ms],
    [words.reply, latency.reply_median_ms],
    [words.replyP95, latency.reply_p95_ms],
    [words.replySlowest, latency.reply_slowest_ms],
  ];
  const known = figures.filter((figure): figure is [string, number] => figure[1] != null);
  return known.length === 0 ? null : (
    <dl className={classes.facts}>
      <Fact name={<strong>{words.reactions}</strong>}>{null}</Fact>
      {known.map(([name, ms]) => (
        <Fact key={name} name={name}>
          {seconds(ms, locale)}
        </Fact>
      ))}
    </dl>
  );
}
