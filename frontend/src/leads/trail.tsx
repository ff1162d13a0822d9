import { Card, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { appointmentQueries } from "@/appointments/queries";
import { useServiceNames } from "@/appointments/services";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { messageQueries } from "@/messages/queries";
import { useSaid } from "@/messages/said";
import { PartTitle } from "@/ui/detail-title";
import { duration, time } from "@/ui/format";
import { SoftLink } from "@/ui/soft-link";
import { When } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { leadQueries } from "./queries";
import classes from "./trail.module.css";
import { leadWords } from "./words";

/** All that somebody left: visits, messages, calls. */
export function Trail({ leadId }: { leadId: string }) {
  const words = useWords(leadWords);
  const said = useSaid();
  const locale = useLocale();
  const zone = useZone();
  const names = useServiceNames();
  const calls = useQuery(leadQueries.calls(leadId)).data ?? [];
  const messages = useInfiniteQuery(messageQueries.list({ lead_id: leadId })).data ?? [];
  const visits = useQuery(appointmentQueries.list({ lead_id: leadId })).data ?? [];
  return (
    <>
      {visits.length > 0 && (
        <Part title={words.theirVisits}>
          {visits.map((visit) => (
            <li key={visit.id} data-gone={visit.status === "cancelled" || undefined}>
              <SoftLink to="/calendar" search={{ appointment: visit.id }} className={classes.link}>
                {visit.reason ?? names(visit.service_id)}
              </SoftLink>
              <Text size="sm" c="dimmed" component="span">
                {time(visit.starts_at, zone, locale, { dateStyle: "medium", timeStyle: "short" })}
              </Text>
            </li>
          ))}
        </Part>
      )}
      {messages.length > 0 && (
        <Part title={words.theirMessages}>
          {messages.map((message) => (
            <li key={message.id} data-gone={message.status === "done" || undefined}>
              <SoftLink
                to="/inbox/$messageId"
                params={{ messageId: message.id }}
                search={message.status === "done" ? { status: "done" } : {}}
                className={classes.link}
              >
                {said(message)}
              </SoftLink>
              <Text size="sm" c="dimmed" component="span">
                <When at={message.created_at} />
              </Text>
            </li>
          ))}
        </Part>
      )}
      {calls.length > 0 && (
        <Part title={words.theirCalls}>
          {calls.map((call) => (
            <li key={call.id}>
              <SoftLink to="/calls/$callId" params={{ callId: call.id }} className={classes.link}>
                {call.summary ?? words.noSummary}
              </SoftLink>
              <Text size="sm" c="dimmed" component="span">
                <When at={call.started_at} />
                {call.duration_s != null && `, ${duration(call.duration_s, locale)}`}
              </Text>
            </li>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card p="lg" component="section" aria-label={title}>
      <Stack gap="sm">
        <PartTitle>{title}</PartTitle>
        <ul className={classes.trail}>{children}</ul>
      </Stack>
    </Card>
  );
}
