import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { Phone } from "@/ui/person";
import { called, useMerging } from "./merging";
import { leadQueries, type Lead } from "./queries";
import { leadWords } from "./words";

/** Under which other numbers somebody is known, and the way back. */
export function AlsoKnown({ lead }: { lead: Lead }) {
  const words = useWords(leadWords);
  const { undoing } = useMerging();
  const merged = useQuery(leadQueries.merged(lead.id)).data ?? [];
  if (merged.length === 0) {
    return null;
  }
  return (
    <section aria-label={words.alsoKnown}>
      <Text size="sm" c="dimmed">
        {words.alsoKnown}
      </Text>
      {merged.map((one) => (
        <Group key={one.id} gap="xs">
          <Text>
            {one.name != null && `${one.name}, `}
            <Phone number={one.phone} />
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={undoing.isPending}
            aria-label={words.unmergeOne(called(one))}
            onClick={() => undoing.mutate(one)}
          >
            {words.unmerge}
          </Button>
        </Group>
      ))}
    </section>
  );
}

/** Where somebody went who was found to be another one. */
export function MergedInto({ lead, into }: { lead: Lead; into: string }) {
  const words = useWords(leadWords);
  const { undoing } = useMerging();
  const other = useQuery(leadQueries.one(into)).data?.value;
  return (
    <Alert title={words.wasMerged(called(lead))}>
      <Group gap="sm">
        {other !== undefined && (
          <Anchor
            renderRoot={(look) => (
              <Link to="/leads/$leadId" params={{ leadId: into }} search={true} {...look} />
            )}
          >
            {words.goTo(called(other))}
          </Anchor>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          loading={undoing.isPending}
          onClick={() => undoing.mutate(lead)}
        >
          {words.unmerge}
        </Button>
      </Group>
    </Alert>
  );
}
