import { Badge, Button, Card, Center, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconPhone } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { BackToList, DetailTitle } from "@/ui/detail-title";
import { phone, time } from "@/ui/format";
import { PersonAvatar, Phone } from "@/ui/person";
import { SoftLink } from "@/ui/soft-link";
import { ErrorState, SkeletonList } from "@/ui/states";
import { Urgency } from "@/ui/urgency";
import { useForeignZone, useZone } from "@/ui/zone";
import { messageQueries, useMarkMessage } from "./queries";
import { useSaid } from "./said";
import { messageWords } from "./words";

const Voicemail = lazy(() => late(() => import("./voicemail")));

/** One message, and what can be done about it. */
export function MessageDetail({ id }: { id: string }) {
  const words = useWords(messageWords);
  const locale = useLocale();
  const zone = useZone();
  const foreign = useForeignZone();
  const { data: message, error, refetch } = useQuery(messageQueries.one(id));
  const mark = useMarkMessage();
  const said = useSaid();
  if (message === undefined) {
    return error === null ? (
      <SkeletonList rows={1} rowHeight={240} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  const { from_name: name, from_phone: number } = message;
  const title = name ?? (number == null ? words.unknownCaller : phone(number));
  return (
    <Stack gap="sm" component="article" aria-labelledby="message-from">
      <BackToList
        link={(shown) => (
          <Link to="/inbox" search={true}>
            {shown}
          </Link>
        )}
      >
        {words.back}
      </BackToList>
      <Card p="lg">
        <Stack>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <PersonAvatar name={name} number={number} size={44} />
            <Stack gap={2}>
              <DetailTitle id="message-from">{title}</DetailTitle>
              <Text c="dimmed">
                {number == null ? words.withheld : name != null && <Phone number={number} />}
              </Text>
            </Stack>
          </Group>
          <Group gap="xs">
            <Text size="sm" c="dimmed" component="time" dateTime={message.created_at}>
              {time(message.created_at, zone, locale, { dateStyle: "full", timeStyle: "short" })}
              {foreign !== undefined && ` (${foreign.replaceAll("_", " ")})`}
            </Text>
            <Urgency urgency={message.urgency} />
            {message.due_at != null && message.status === "open" && (
              <Badge size="sm" tt="none" c="var(--fd-attention)" bg="var(--fd-attention-tint)">
                {words.callBackBy(
                  time(message.due_at, zone, locale, { dateStyle: "medium", timeStyle: "short" }),
                )}
              </Badge>
            )}
          </Group>
          <Text size="lg" maw="72ch" style={{ whiteSpace: "pre-wrap" }} dir="auto">
            {said(message)}
          </Text>
          {message.kind === "voicemail" && (
            <Suspense fallback={<Skeleton height={40} />}>
              <Voicemail id={id} caller={title} />
            </Suspense>
          )}
          <Group gap="xs">
            {number != null && (
              <Button
                component="a"
                href={`tel:${number}`}
                leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
              >
                {name == null ? words.callBackUnknown : words.callBack(name)}
              </Button>
            )}
            {message.status === "open" ? (
              <Button
                variant="default"
                leftSection={<IconCheck size={18} stroke={1.5} aria-hidden />}
                onClick={() => mark(message, "done")}
              >
                {words.markDone}
              </Button>
            ) : (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}
                onClick={() => mark(message, "open")}
              >
                {words.markOpen}
              </Button>
            )}
            {message.call_id != null && (
              <SoftLink to="/calls/$callId" params={{ callId: message.call_id }}>
                {words.toCall}
              </SoftLink>
            )}
          </Group>
        </Stack>
      </Card>
    </Stack>
  );
}

export function NoMessageChosen() {
  const words = useWords(messageWords);
  return (
    <Center mih={240}>
      <Text c="dimmed">{words.choose}</Text>
    </Center>
  );
}
