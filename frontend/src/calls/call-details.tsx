import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { money, time } from "@/ui/format";
import { useZone } from "@/ui/zone";
import classes from "./calls.module.css";
import { isGoing, type Call } from "./queries";
import { callWords } from "./words";

/** What is worth knowing once: what it cost, how quick it was, and what it was spoken by. */
export function CallDetails({ call }: { call: Call }) {
  const words = useWords(callWords);
  const zone = useZone();
  const locale = useLocale();
  const clock = (at: string) => time(at, zone, locale, { dateStyle: "short", timeStyle: "medium" });
  return (
    <Stack gap="md">
      <Cost call={call} />
      <Reactions call={call} />
      <dl className={classes.facts}>
        <Fact name={words.started}>{clock(call.started_at)}</Fact>
        {call.ended_at != null && <Fact name={words.ended}>{clock(call.ended_at)}</Fact>}
        {call.sentiment != null && <Fact name={words.mood}>{words[call.sentiment]}</Fact>}
        <Fact name={words.engine}>{words[call.engine]}</Fact>
        {call.fallbacks.map(({ kind, from, to }) => (
          <dd key={kind} className={classes.note}>
            {words.tookTheirPlace(from, to)}
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

/** What it cost as far as that is known; what is not known says why. */
function Cost({ call }: { call: Call }) {
  const words = useWords(callWords);
  const locale = useLocale();
  const cost = call.cost;
  if (cost == null) {
    return isGoing(call) ? (
      <Text size="sm" c="dimmed">
        {words.costLater}
      </Text>
    ) : null;
  }
  const amount = (micros: number) =>
    money({ amount_micros: micros, currency: cost.currency }, locale);
  const unknown = cost.items.filter((item) => item.amount_micros == null);
  const without = new Intl.ListFormat(locale, { type: "unit" }).format(
    unknown.map((item) => words[item.kind].toLocaleLowerCase(locale)),
  );
  return (
    <dl className={classes.facts}>
      <Fact name={<strong>{words.cost}</strong>}>
        <strong>{cost.amount_micros == null ? words.costNone : amount(cost.amount_micros)}</strong>
      </Fact>
      {cost.amount_micros != null && unknown.length > 0 && (
        <dd className={classes.note}>{words.costWithout(without)}</dd>
      )}
      {cost.items.map((item) => (
        <Fact key={`${item.kind} ${item.model ?? ""}`} name={words[item.kind]}>
          {item.amount_micros != null ? (
            amount(item.amount_micros)
          ) : (
            <Text span size="xs" c="dimmed">
              {item.unknown == null ? words.costNone : words[item.unknown]}
            </Text>
          )}
        </Fact>
      ))}
      <dd className={classes.note}>
        {words.costAsOf(time(cost.prices_as_of, "UTC", locale, { dateStyle: "medium" }))}
      </dd>
    </dl>
  );
}

function Reactions({ call }: { call: Call }) {
  const words = useWords(callWords);
  const locale = useLocale();
  const latency = call.latency;
  if (latency == null) {
    return null;
  }
  const seconds = (ms: number) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unitDisplay: "short",
      ...(ms < 100
        ? { unit: "millisecond" }
        : { unit: "second", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    }).format(ms < 100 ? ms : ms / 1000);
  const figures: [string, number | null | undefined][] = [
    [words.firstWord, latency.first_word_ms],
    [words.reply, latency.reply_median_ms],
    [words.replySlowest, latency.reply_slowest_ms],
  ];
  const known = figures.filter((figure): figure is [string, number] => figure[1] != null);
  return known.length === 0 ? null : (
    <dl className={classes.facts}>
      <Fact name={<strong>{words.reactions}</strong>}>{null}</Fact>
      {known.map(([name, ms]) => (
        <Fact key={name} name={name}>
          {seconds(ms)}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
