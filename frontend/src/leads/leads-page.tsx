import { Button, Chip, Group, Stack } from "@mantine/core";
import { IconDownload, IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { ListAndDetail } from "@/ui/list-and-detail";
import { useListKeys } from "@/ui/list-keys";
import { PageHeader } from "@/ui/page-header";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SearchField } from "@/ui/search-field";
import { Urgency } from "@/ui/urgency";
import { When } from "@/ui/when";
import { AddLead } from "./add-lead";
import { EmptyLeads } from "./empty-leads";
import { useDownloadLeads } from "./download";
import { LeadMark } from "./lead-mark";
import { LEAD_STATUSES, leadQueries, type Lead, type LeadFilter } from "./queries";
import { wish } from "./wish";
import { leadWords } from "./words";

const ALL = "all";

/** People who called and may become customers. */
export function LeadsPage({ filter, chosen }: { filter: LeadFilter; chosen: string | undefined }) {
  const words = useWords(leadWords);
  const navigate = useNavigate();
  const searchField = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  const download = useDownloadLeads();
  const query = useInfiniteQuery(leadQueries.list(filter));
  const rows = query.data ?? [];

  const choose = (lead: Lead) => {
    void navigate({
      to: "/leads/$leadId",
      params: { leadId: lead.id },
      search: true,
      replace: chosen !== undefined,
    });
  };
  useListKeys({ rows, chosen, choose, search: () => searchField.current?.focus() });

  const title = () => {
    if (filter.q !== undefined) {
      return words.titleSearch(filter.q);
    }
    switch (filter.status) {
      case undefined:
        return words.titleAll;
      case "new":
        return query.isPending ? words.name : words.titleNew(rows.length, query.hasNextPage);
      case "contacted":
        return words.titleContacted;
      case "qualified":
        return words.titleQualified;
      case "won":
        return words.titleWon;
      case "lost":
        return words.titleLost;
    }
  };

  const list = (
    <>
      <PageHeader
        name={words.name}
        title={title()}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {words.add}
            </Button>
            {rows.length > 0 && (
              <Button
                variant="subtle"
                leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
                loading={download.isPending}
                onClick={() => download.mutate(filter)}
              >
                {words.download}
              </Button>
            )}
          </>
        }
      />
      <Stack gap="sm">
        <Chip.Group
          value={filter.status ?? ALL}
          onChange={(value) =>
            void navigate({
              to: "/leads",
              search: (known) => ({
                ...known,
                status: LEAD_STATUSES.find((status) => status === value),
              }),
            })
          }
        >
          <Group gap={6} role="radiogroup" aria-label={words.status}>
            {[ALL, ...LEAD_STATUSES].map((status) => (
              <Chip key={status} value={status} size="xs" variant="light">
                {status === ALL ? words.all : words[status as Lead["status"]]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <SearchField
          ref={searchField}
          label={words.search}
          value={filter.q}
          onSearch={(q) =>
            void navigate({ to: ".", search: (known) => ({ ...known, q }), replace: true })
          }
        />
        <InfiniteList query={query} rowHeight={92} empty={<EmptyLeads filter={filter} />}>
          {(shown) => (
            <PersonList label={words.name}>
              {shown.map((lead) => (
                <LeadRow
                  key={lead.id}
                  lead={lead}
                  current={lead.id === chosen}
                  withStatus={filter.status === undefined}
                />
              ))}
            </PersonList>
          )}
        </InfiniteList>
      </Stack>
      <AddLead opened={adding} close={() => setAdding(false)} />
    </>
  );
  return <ListAndDetail list={list} detail={<Outlet />} open={chosen !== undefined} />;
}

function LeadRow(props: { lead: Lead; current: boolean; withStatus: boolean }) {
  const { lead, current } = props;
  const words = useWords(leadWords);
  return (
    <PersonRow
      name={lead.name}
      number={lead.phone}
      title={lead.name ?? phone(lead.phone)}
      strong={lead.status === "new"}
      current={current}
      link={(name) => (
        <Link
          to="/leads/$leadId"
          params={{ leadId: lead.id }}
          search={true}
          aria-current={current ? "true" : undefined}
        >
          {name}
        </Link>
      )}
      wish={wish(lead) ?? words.noWish}
      aside={
        <Group gap="xs" wrap="nowrap">
          <Urgency urgency={lead.urgency} />
          {props.withStatus && <LeadMark status={lead.status} />}
          <When at={lead.created_at} />
        </Group>
      }
    />
  );
}
