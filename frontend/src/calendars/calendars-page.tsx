import { Box, Button, Group, Text } from "@mantine/core";
import { IconCalendarDown, IconCalendarShare } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ManagersOnly } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { staffQueries } from "@/receptionist/queries";
import { useConfirm } from "@/ui/confirm";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { PersonList, PersonRow } from "@/ui/person-row";
import { EmptyState } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { Connect } from "./connect";
import { calendarQueries, useDisconnect, type ConnectedCalendar } from "./queries";
import { calendarWords } from "./words";

/** Calendars that are kept elsewhere, and what they make of ours. */
export function CalendarsPage() {
  const words = useWords(calendarWords);
  return (
    <ManagersOnly name={words.name}>
      <Calendars />
    </ManagersOnly>
  );
}

function Calendars() {
  const words = useWords(calendarWords);
  const [adding, setAdding] = useState<ConnectedCalendar["kind"]>();
  const calendars = useInfiniteQuery(calendarQueries.list());
  return (
    <>
      <PageHeader
        title={calendars.data === undefined ? words.name : words.title(calendars.data.length)}
        name={words.name}
        about={words.about}
        actions={
          <Group gap="xs">
            <Button variant="default" onClick={() => setAdding("feed")}>
              {words.feed}
            </Button>
            <Button onClick={() => setAdding("ics")}>{words.read}</Button>
          </Group>
        }
      />
      <Box maw={720}>
        <InfiniteList
          query={calendars}
          empty={<EmptyState title={words.none}>{words.noneAbout}</EmptyState>}
        >
          {(rows) => (
            <PersonList label={words.name}>
              {rows.map((calendar) => (
                <CalendarRow key={calendar.id} calendar={calendar} />
              ))}
            </PersonList>
          )}
        </InfiniteList>
      </Box>
      <Connect kind={adding} close={() => setAdding(undefined)} />
    </>
  );
}

function CalendarRow({ calendar }: { calendar: ConnectedCalendar }) {
  const words = useWords(calendarWords);
  const confirm = useConfirm();
  const toast = useToast();
  const { data: staff } = useQuery(staffQueries.bookable());
  const { mutate, isPending } = useDisconnect();
  const { id, name, kind, host, staff_id } = calendar;
  const owner = staff?.find((member) => member.id === staff_id)?.name ?? words.everybody;
  const disconnect = async () => {
    const sure = await confirm({
      title: words.removeTitle(name),
      body: words.removeBody,
      action: words.remove,
      danger: true,
    });
    if (sure) {
      mutate(id, {
        onSuccess: () => {
          toast.done(words.removed(name));
        },
        onError: toast.failed,
      });
    }
  };
  return (
    <PersonRow
      sign={kind === "ics" ? IconCalendarDown : IconCalendarShare}
      title={name}
      wish={`${kind === "ics" ? words.readAbout : words.feedAbout} · ${owner}`}
      about={kind === "ics" && <State calendar={calendar} host={host ?? ""} />}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.removeOf(name)}
          loading={isPending}
          onClick={() => void disconnect()}
        >
          {words.remove}
        </Button>
      }
    />
  );
}

/** When it was read last, and what is the matter with it. */
function State({ calendar, host }: { calendar: ConnectedCalendar; host: string }) {
  const words = useWords(calendarWords);
  const { read_at, problem, notice } = calendar;
  return (
    <>
      {problem != null && (
        <Text component="span" display="block" c="var(--fd-loss)">
          {words.failing}: {problem} {read_at != null && words.stillCounts}
        </Text>
      )}
      {read_at == null ? (
        problem == null && words.neverRead
      ) : (
        <>
          {words.lastRead} <When at={read_at} />
        </>
      )}{" "}
      {host !== "" && words.at(host)}
      {notice != null && (
        <Text component="span" display="block" c="var(--fd-attention)">
          {notice}
        </Text>
      )}
    </>
  );
}
