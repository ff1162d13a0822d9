import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SearchField } from "@/ui/search-field";
import { uiWords } from "@/ui/words";
import { MergePreview } from "./merge-preview";
import { called, useMerging } from "./merging";
import { leadQueries, type Lead } from "./queries";
import { wish } from "./wish";
import { leadWords } from "./words";

/** Says that somebody else on the list is this person too. */
export function MergeLead({ lead, tag }: { lead: Lead; tag: string | undefined }) {
  const words = useWords(leadWords);
  const common = useWords(uiWords);
  const [opened, setOpened] = useState(false);
  const [other, setOther] = useState<Lead>();
  const { merging } = useMerging();
  const close = () => {
    setOpened(false);
    setOther(undefined);
  };
  return (
    <>
      <Button
        variant="subtle"
        ml={-18}
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconArrowMerge size={18} stroke={1.5} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {words.sameAs}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.sameAsTitle(called(lead))}
        closeButtonProps={{ "aria-label": common.close }}
      >
        {other === undefined ? (
          <ChooseOther lead={lead} choose={setOther} />
        ) : (
          <Stack>
            <MergePreview lead={lead} other={other} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOther(undefined)}>
                {words.chooseAnother}
              </Button>
              <Button
                loading={merging.isPending}
                onClick={() =>
                  merging.mutate({ into: lead, tag, merged: other }, { onSuccess: close })
                }
              >
                {words.merge}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}

function ChooseOther({ lead, choose }: { lead: Lead; choose: (other: Lead) => void }) {
  const words = useWords(leadWords);
  const [q, setQ] = useState<string>();
  const similar = useQuery(leadQueries.similar(lead.id));
  const meant = useQuery({ ...leadQueries.meant(q ?? ""), enabled: q !== undefined });
  const found = (q === undefined ? similar.data : meant.data)?.filter(({ id }) => id !== lead.id);
  return (
    <Stack gap="sm">
      <Text size="sm">{words.sameAsText}</Text>
      <SearchField label={words.search} value={q} onSearch={setQ} />
      {found !== undefined && found.length > 0 && (
        <PersonList label={q === undefined ? words.maybeTheSame : words.found}>
          {found.map((one) => (
            <PersonRow
              key={one.id}
              name={one.name}
              number={one.phone}
              title={called(one)}
              wish={wish(one) ?? words.noWish}
              about={one.name == null ? undefined : phone(one.phone)}
              actions={
                <Button
                  variant="default"
                  size="xs"
                  aria-label={words.chooseOne(called(one))}
                  onClick={() => choose(one)}
                >
                  {words.chooseThis}
                </Button>
              }
            />
          ))}
        </PersonList>
      )}
      {q !== undefined && found?.length === 0 && <Text c="dimmed">{words.notFound(q)}</Text>}
    </Stack>
  );
}
