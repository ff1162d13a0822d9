import { Text } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import { device } from "@/log-ins/device";
import { PersonAvatar } from "@/ui/person";
import { When } from "@/ui/when";
import { Differences } from "./differences";
import classes from "./history.module.css";
import type { Line } from "./queries";
import { useSentence } from "./use-sentence";
import { historyWords } from "./words";

/** A line of the audit log as a sentence; opened, what was there before and after. */
export function HistoryLine({ line }: { line: Line }) {
  const words = useWords(historyWords);
  const { who, did, to } = useSentence()(line);
  const { address, user_agent: agent } = line.actor;
  const from = [address, agent == null ? null : device(agent)].filter(Boolean).join(" · ");
  const told = (
    <>
      <PersonAvatar name={who} />
      <div className={classes.told}>
        <Text component="div" dir="auto">
          <b>{who}</b> {did}
          {to !== undefined && (
            <>
              {": "}
              <span className={classes.thing}>{to}</span>
            </>
          )}
        </Text>
        <Text component="div" size="sm" c="dimmed">
          <When at={line.created_at} />
          {from !== "" && ` · ${from}`}
        </Text>
      </div>
    </>
  );
  if (line.changes.length === 0) {
    return (
      <li>
        <div className={classes.line}>{told}</div>
      </li>
    );
  }
  return (
    <li>
      <details className={classes.opens}>
        <summary className={classes.line}>
          {told}
          <IconChevronRight size={16} stroke={1.5} className={classes.chevron} aria-hidden />
        </summary>
        <Differences label={words.changes} changes={line.changes} />
      </details>
    </li>
  );
}
