import { Button, Modal, Stack, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SearchField } from "@/ui/search-field";
import { EmptyState } from "@/ui/states";
import { uiWords } from "@/ui/words";
import { CustomerForm } from "./customer-form";
import { customerQueries, type Customer } from "./queries";
import { RequestRow } from "./request-row";
import { customerWords } from "./words";

/** Who is on the books, and what is to be done for them. */
export function CustomersPage({ q }: { q: string | undefined }) {
  const words = useWords(customerWords);
  const common = useWords(uiWords);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<{ customer?: Customer }>();
  const requests = useInfiniteQuery(customerQueries.requests());
  const customers = useInfiniteQuery(customerQueries.list(q));
  const open = requests.data?.filter((request) => request.status === "open").length ?? 0;
  const close = () => {
    setOpened(undefined);
    void queries.invalidateQueries({ queryKey: customerQueries.all });
  };
  return (
    <>
      <PageHeader
        name={words.name}
        title={open > 0 ? words.waiting(open) : words.title}
        actions={
          <Button
            leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
            onClick={() => setOpened({})}
          >
            {words.add}
          </Button>
        }
      />
      <Stack gap="lg" maw={720}>
        <section>
          <Title order={2} size="h3" mb="sm">
            {words.requests}
          </Title>
          <InfiniteList
            query={requests}
            rowHeight={84}
            empty={<EmptyState title={words.noRequests}>{words.noRequestsText}</EmptyState>}
          >
            {(rows) => (
              <PersonList label={words.requests}>
                {rows.map((request) => (
                  <RequestRow key={request.id} request={request} />
                ))}
              </PersonList>
            )}
          </InfiniteList>
        </section>
        <section>
          <Title order={2} size="h3" mb="sm">
            {words.books}
          </Title>
          <Stack gap="sm">
            <SearchField
              label={words.search}
              value={q}
              onSearch={(text) => {
                void navigate({ to: "/customers", search: { q: text }, replace: true });
              }}
            />
            <InfiniteList
              query={customers}
              rowHeight={64}
              empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
            >
              {(rows) => (
                <PersonList label={words.books}>
                  {rows.map((customer) => (
                    <PersonRow
                      key={customer.id}
                      name={customer.name}
                      number={customer.phone}
                      title={customer.name}
                      aside={words.numbered(customer.number)}
                      about={[
                        customer.phone == null ? null : phone(customer.phone),
                        customer.address,
                      ]
                        .filter((part) => part != null)
                        .join(" · ")}
                      actions={
                        <Button
                          variant="default"
                          size="xs"
                          aria-label={words.editOne(customer.name)}
                          onClick={() => setOpened({ customer })}
                        >
                          {words.edit}
                        </Button>
                      }
                    />
                  ))}
                </PersonList>
              )}
            </InfiniteList>
          </Stack>
        </section>
      </Stack>
      <Modal
        opened={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={opened?.customer === undefined ? words.add : words.editOne(opened.customer.name)}
        closeButtonProps={{ "aria-label": common.close }}
      >
        {opened !== undefined && <CustomerForm customer={opened.customer} close={close} />}
      </Modal>
    </>
  );
}
