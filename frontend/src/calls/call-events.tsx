import { Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { useZone } from "@/ui/zone";
import classes from "./call-events.module.css";
import { eventWords } from "./event-words";
import { callQueries, type CallEvent } from "./queries";
import { callWords } from "./words";

/** All that happened on a call, in order, each with what it led to. */
export default function CallEvents({ id }: { id: string }) {
  const words = useWords(callWords);
  return (
    <InfiniteList
      query={useInfiniteQuery(callQueries.events(id))}
      empty={<Text c="dimmed">{words.noEvents}</Text>}
      rowHeight={28}
    >
      {(events) => (
        <ol className={classes.events}>
          {events.map((event, index) => (
            <EventView key={index} event={event} />
          ))}
        </ol>
      )}
    </InfiniteList>
  );
}

function EventView({ event }: { event: CallEvent }) {
  const named = useNames();
  const zone = useZone();
  const locale = useLocale();
  const about = said(event.data);
  const at = time(event.at, zone, locale, {
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  });
  return (
    <li className={classes.event}>
      <time dateTime={event.at} className={classes.at}>
        {at}
      </time>
      <div className={classes.what}>
        <span>{named(event.type)}</span>
        <Said words={about} />
        {event.effects.map((effect, index) => (
          <div key={index} className={classes.effect}>
            <span aria-hidden>→ </span>
            {named(field(effect, "type") ?? "")}
            {said(effect) !== about && <Said words={said(effect)} />}
          </div>
        ))}
      </div>
    </li>
  );
}

/** What an event or effect is about. */
function Said({ words }: { words: string | undefined }) {
  return words === undefined || words === "" ? null : (
    <span className={classes.said} dir="auto">
      {" "}
      {words}
    </span>
  );
}

/** What an event or effect is about, if that can be said in words. */
function said(of: unknown): string | undefined {
  return (
    field(of, "heard_text") ??
    field(of, "text") ??
    field(of, "words") ??
    field(of, "key") ??
    field(of, "reason") ??
    field(of, "to") ??
    field(of, "turn", "text") ??
    (field(of, "call", "tool") ?? field(of, "call", "name"))?.replaceAll("_", " ")
  );
}

/** The words for what the log calls so; what is too new to have words is shown as it is. */
function useNames(): (type: string) => string {
  const words: Partial<Record<string, string>> = useWords(eventWords);
  return (type) => words[type] ?? type.replaceAll("_", " ");
}

function field(of: unknown, ...path: string[]): string | undefined {
  let value = of;
  for (const name of path) {
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[name]
        : undefined;
  }
  return typeof value === "string" ? value : undefined;
}
