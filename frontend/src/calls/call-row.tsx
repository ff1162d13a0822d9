import { Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { duration, phone } from "@/ui/format";
import { PersonAvatar } from "@/ui/person";
import { useInSight } from "@/ui/in-sight";
import { When } from "@/ui/when";
import { useWide } from "@/ui/wide";
import classes from "./calls.module.css";
import { OutcomeBadge } from "./outcome-badge";
import { isGoing, type Call } from "./queries";
import { numberOf, useWho } from "./who";
import { callWords } from "./words";

/** A call in a list: a person with a wish, then number, time, length. */
export const CallRow = memo(function CallRow({
  call,
  current = false,
}: {
  call: Call;
  current?: boolean;
}) {
  const words = useWords(callWords);
  const locale = useLocale();
  const wide = useWide();
  const ref = useInSight<HTMLAnchorElement>(current);
  const who = useWho()(call);
  const number = numberOf(call);
  const wish = call.summary ?? (isGoing(call) ? undefined : words.analysing);
  return (
    <Link
      ref={ref}
      to="/calls/$callId"
      params={{ callId: call.id }}
      search={true}
      resetScroll={!wide}
      className={classes.row}
      data-current={current || undefined}
    >
      <PersonAvatar name={call.caller_name} number={number} />
      <div className={classes.person}>
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Text fw={550} truncate>
            {who}
          </Text>
          <Text size="sm" c="dimmed" className={classes.when}>
            <When at={call.started_at} />
          </Text>
        </Group>
        {wish !== undefined && (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {wish}
          </Text>
        )}
        <Group gap="xs" mt={4}>
          <OutcomeBadge call={call} />
          {call.duration_s != null && (
            <Text size="xs" c="dimmed">
              {duration(call.duration_s, locale)}
            </Text>
          )}
          {call.caller_name != null && number !== undefined && (
            <Text size="xs" c="dimmed" dir="ltr" className={classes.number}>
              {phone(number)}
            </Text>
          )}
        </Group>
      </div>
    </Link>
  );
});
