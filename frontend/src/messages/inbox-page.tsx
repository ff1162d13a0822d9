import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useWords } from "@/i18n/catalogue";
import { UnansweredCount } from "@/knowledge/unanswered-count";
import { phone } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { ListAndDetail } from "@/ui/list-and-detail";
import { useListKeys } from "@/ui/list-keys";
import { PageHeader } from "@/ui/page-header";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SearchField } from "@/ui/search-field";
import { Urgency } from "@/ui/urgency";
import { When } from "@/ui/when";
import { EmptyInbox } from "./empty-inbox";
import { messageQueries, useMarkMessage, type Message, type MessageStatus } from "./queries";
import { useSaid } from "./said";
import { messageWords } from "./words";

/** Everything that waits for a person, and what was dealt with. */
export function InboxPage(props: {
  status: MessageStatus;
  q: string | undefined;
  chosen: string | undefined;
}) {
  const { status, q, chosen } = props;
  const words = useWords(messageWords);
  const navigate = useNavigate();
  const searchField = useRef<HTMLInputElement>(null);
  const query = useInfiniteQuery(messageQueries.list({ status, ...(q !== undefined && { q }) }));
  const rows = query.data ?? [];
  const mark = useMarkMessage();

  const choose = (message: Message) => {
    void navigate({
      to: "/inbox/$messageId",
      params: { messageId: message.id },
      search: true,
      replace: chosen !== undefined,
    });
  };
  const tick = (message: Message) => {
    mark(message, status === "open" ? "done" : "open");
    const at = rows.indexOf(message);
    const next = rows[at + 1] ?? rows[at - 1];
    if (next === undefined) {
      void navigate({ to: "/inbox", search: true });
    } else {
      choose(next);
    }
  };
  useListKeys({
    rows,
    chosen,
    choose,
    search: () => searchField.current?.focus(),
    keys: [{ key: "e", does: status === "open" ? words.markDone : words.markOpen, run: tick }],
  });

  const list = (
    <>
      <PageHeader
        name={words.name}
        title={
          status === "done"
            ? words.doneTitle
            : rows.length > 0
              ? words.someOpen(rows.length, query.hasNextPage)
              : query.isPending || q !== undefined
                ? words.name
                : words.nothingOpen
        }
      />
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap" grow preventGrowOverflow={false}>
          <SegmentedControl
            aria-label={words.status}
            value={status}
            onChange={(value) =>
              void navigate({
                to: "/inbox",
                search: (known) => ({ ...known, status: value === "done" ? "done" : undefined }),
              })
            }
            data={[
              { value: "open", label: words.open },
              { value: "done", label: words.done },
            ]}
          />
          <SearchField
            ref={searchField}
            label={words.search}
            value={q}
            onSearch={(text) =>
              void navigate({
                to: ".",
                search: (known) => ({ ...known, q: text }),
                replace: true,
              })
            }
          />
        </Group>
        {status === "open" && <UnansweredCount />}
        <InfiniteList query={query} rowHeight={92} empty={<EmptyInbox status={status} q={q} />}>
          {(shown) => (
            <PersonList label={words.name}>
              {shown.map((message) => (
                <MessageRow key={message.id} message={message} current={message.id === chosen} />
              ))}
            </PersonList>
          )}
        </InfiniteList>
        {rows.length > 1 && (
          <Text size="sm" c="dimmed" visibleFrom="md">
            {words.keys}
          </Text>
        )}
      </Stack>
    </>
  );
  return <ListAndDetail list={list} detail={<Outlet />} open={chosen !== undefined} />;
}

function MessageRow({ message, current }: { message: Message; current: boolean }) {
  const words = useWords(messageWords);
  const said = useSaid();
  return (
    <PersonRow
      name={message.from_name}
      number={message.from_phone}
      title={
        message.from_name ??
        (message.from_phone == null ? words.unknownCaller : phone(message.from_phone))
      }
      strong={message.status === "open"}
      current={current}
      link={(name) => (
        <Link
          to="/inbox/$messageId"
          params={{ messageId: message.id }}
          search={true}
          aria-current={current ? "true" : undefined}
        >
          {name}
        </Link>
      )}
      wish={said(message)}
      aside={
        <Group gap="xs" wrap="nowrap">
          <Urgency urgency={message.urgency} />
          <When at={message.created_at} />
        </Group>
      }
    />
  );
}
