import { Button } from "@mantine/core";
import { IconPhoneOutgoing } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { PersonList } from "@/ui/person-row";
import { EmptyState } from "@/ui/states";
import { CallSomebody } from "./call-somebody";
import { OutboundRow } from "./outbound-row";
import { outreachQueries } from "./queries";
import { outreachWords } from "./words";

/** Calls that the receptionist makes for the business. */
export function OutreachPage() {
  const words = useWords(outreachWords);
  const [calling, setCalling] = useState(false);
  const query = useInfiniteQuery(outreachQueries.list());
  return (
    <>
      <PageHeader
        name={words.name}
        title={words.title}
        actions={
          <Button
            leftSection={<IconPhoneOutgoing size={18} stroke={1.5} aria-hidden />}
            onClick={() => setCalling(true)}
          >
            {words.call}
          </Button>
        }
      />
      <InfiniteList
        query={query}
        rowHeight={84}
        empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
      >
        {(calls) => (
          <PersonList label={words.name}>
            {calls.map((call) => (
              <OutboundRow key={call.id} call={call} />
            ))}
          </PersonList>
        )}
      </InfiniteList>
      <CallSomebody opened={calling} close={() => setCalling(false)} />
    </>
  );
}
