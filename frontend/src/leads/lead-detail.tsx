import { Button, Card, Center, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconPencil, IconPhone } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { BackToList, DetailTitle, PartTitle } from "@/ui/detail-title";
import { phone } from "@/ui/format";
import { PersonAvatar, Phone } from "@/ui/person";
import { ErrorState, SkeletonList } from "@/ui/states";
import { Urgency } from "@/ui/urgency";
import { Known } from "./known";
import { LeadForm } from "./lead-form";
import { MergeLead } from "./merge-lead";
import { AlsoKnown, MergedInto } from "./merged";
import { LEAD_STATUSES, leadQueries, type LeadStatus } from "./queries";
import { useSetLeadStatus } from "./set-status";
import { StrikeLead } from "./strike-lead";
import { Trail } from "./trail";
import { wish } from "./wish";
import { leadWords } from "./words";

/** One person: what they want, what is known, and all that they left. */
export function LeadDetail({ id }: { id: string }) {
  const words = useWords(leadWords);
  const { data, error, refetch } = useQuery(leadQueries.one(id));
  const setStatus = useSetLeadStatus();
  const [editing, setEditing] = useState(false);
  if (data === undefined) {
    return error === null ? (
      <SkeletonList rows={2} rowHeight={220} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  const { value: lead, tag } = data;
  const title = lead.name ?? phone(lead.phone);
  return (
    <Stack gap="md" component="article" aria-labelledby="lead-name">
      <BackToList
        link={(shown) => (
          <Link to="/leads" search={true}>
            {shown}
          </Link>
        )}
      >
        {words.back}
      </BackToList>
      {lead.merged_into != null && <MergedInto lead={lead} into={lead.merged_into} />}
      <Card p="lg">
        <Stack>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <PersonAvatar name={lead.name} number={lead.phone} size={44} />
            <Stack gap={2}>
              <DetailTitle id="lead-name">{title}</DetailTitle>
              {lead.name != null && (
                <Text c="dimmed">
                  <Phone number={lead.phone} />
                </Text>
              )}
            </Stack>
          </Group>
          <Text component="div" size="lg" maw="72ch" dir="auto">
            {wish(lead) ?? words.noWish} <Urgency urgency={lead.urgency} />
          </Text>
          <Group gap="xs" align="flex-end">
            <Button
              component="a"
              href={`tel:${lead.phone}`}
              leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
            >
              {words.call(title)}
            </Button>
            <NativeSelect
              aria-label={words.status}
              value={lead.status}
              onChange={(event) => setStatus(lead, event.currentTarget.value as LeadStatus)}
              data={LEAD_STATUSES.map((value) => ({ value, label: words[value] }))}
            />
          </Group>
        </Stack>
      </Card>
      <Card p="lg">
        {editing ? (
          <LeadForm lead={lead} tag={tag} close={() => setEditing(false)} />
        ) : (
          <Stack gap="sm">
            <Group justify="space-between">
              <PartTitle>{words.details}</PartTitle>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {words.edit}
              </Button>
            </Group>
            <Known lead={lead} />
            <AlsoKnown lead={lead} />
          </Stack>
        )}
      </Card>
      <Trail leadId={lead.id} />
      {lead.merged_into == null && (
        <>
          <MergeLead key={lead.id} lead={lead} tag={tag} />
          <StrikeLead id={lead.id} name={title} />
        </>
      )}
    </Stack>
  );
}

export function NoLeadChosen() {
  const words = useWords(leadWords);
  return (
    <Center mih={240}>
      <Text c="dimmed">{words.choose}</Text>
    </Center>
  );
}
