import { Text } from "@mantine/core";
import { Fragment } from "react";
import { useLocale } from "@/i18n/language";
import { useWords } from "@/i18n/catalogue";
import { duration, money, phone, time } from "@/ui/format";
import { useForeignZone, useZone } from "@/ui/zone";
import classes from "./calls.module.css";
import { OutcomeBadge } from "./outcome-badge";
import type { Call } from "./queries";
import { numberOf } from "./who";
import { callWords } from "./words";

/** Number, when, how long, what it cost. */
export function CallAbout({ call }: { call: Call }) {
  const words = useWords(callWords);
  const zone = useZone();
  const foreign = useForeignZone();
  const locale = useLocale();
  const number = numberOf(call);
  const began = time(call.started_at, zone, locale, { dateStyle: "medium", timeStyle: "short" });
  const cost = call.cost?.amount_micros;
  const facts = [
    call.test ? words.testAbout : undefined,
    call.caller_name == null ? undefined : number === undefined ? words.withheld : phone(number),
    foreign === undefined ? began : `${began} (${foreign.replaceAll("_", " ")})`,
    call.duration_s == null ? undefined : duration(call.duration_s, locale),
    cost == null || call.cost == null
      ? undefined
      : money({ amount_micros: cost, currency: call.cost.currency }, locale),
  ].filter((fact) => fact !== undefined);
  return (
    <Text c="dimmed" component="div">
      {facts.map((fact, i) => (
        <Fragment key={fact}>
          {i > 0 && " · "}
          <span className={classes.fact}>{fact}</span>
        </Fragment>
      ))}{" "}
      <OutcomeBadge call={call} />
    </Text>
  );
}
