import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { messageWords } from "@/messages/words";
import { clock, phone } from "@/ui/format";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SoftLink } from "@/ui/soft-link";
import classes from "./now.module.css";
import { homeQueries, type Call } from "./queries";
import { Section } from "./section";
import { homeWords } from "./words";

/** Who is on the line. */
export function Now() {
  const words = useWords(homeWords);
  const { data: calls } = useQuery(homeQueries.active());
  if (calls === undefined || calls.length === 0) {
    return null;
  }
  return (
    <Section title={words.now}>
      <PersonList label={words.now}>
        {calls.map((call) => (
          <OnTheLine key={call.id} call={call} />
        ))}
      </PersonList>
    </Section>
  );
}

function OnTheLine({ call }: { call: Call }) {
  const words = useWords(homeWords);
  const { withheld } = useWords(messageWords);
  return (
    <PersonRow
      name={call.caller_name}
      number={call.from}
      title={call.caller_name ?? (call.from == null ? withheld : phone(call.from))}
      link={(name) => <SoftLink to="/live">{name}</SoftLink>}
      wish={call.answered_at == null ? words.ringing : words.talking}
      aside={
        <Text component="span" inherit className={classes.live}>
          <span className={classes.dot} aria-hidden />
          <Running since={call.started_at} />
        </Text>
      }
    />
  );
}

function Running({ since }: { since: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span role="timer">{clock((now - Date.parse(since)) / 1000)}</span>;
}
