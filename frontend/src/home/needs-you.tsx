import { Anchor, Badge, Button, Card, Group, Text } from "@mantine/core";
import { IconCheck, IconPhone } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useSetLeadStatus } from "@/leads/set-status";
import { wish } from "@/leads/wish";
import { leadWords } from "@/leads/words";
import { useMarkMessage } from "@/messages/queries";
import { useSaid } from "@/messages/said";
import { messageWords } from "@/messages/words";
import { ModelNotices } from "@/receptionist/model-notices";
import { noticeWords } from "@/receptionist/notice-words";
import { phone } from "@/ui/format";
import { PersonList, PersonRow } from "@/ui/person-row";
import { SoftLink } from "@/ui/soft-link";
import { Urgency } from "@/ui/urgency";
import { When } from "@/ui/when";
import { Section } from "./section";
import type { Waiting } from "./waiting";
import { homeWords } from "./words";

const SHOWN = 6;

/** Who waits for the business. */
export function NeedsYou({ people, more }: { people: Waiting[]; more: boolean }) {
  const words = useWords(homeWords);
  const about = useWords(noticeWords);
  const notices = <ModelNotices link={<SoftLink to="/receptionist">{about.choose}</SoftLink>} />;
  if (people.length === 0) {
    return (
      <Section title={words.needsYou}>
        {notices}
        <Card>
          <Text>{words.nobodyWaits}</Text>
        </Card>
      </Section>
    );
  }
  const kinds = new Set(people.map(({ kind }) => kind));
  const rest = people.length > SHOWN || more;
  return (
    <Section
      title={words.needsYou}
      aside={
        rest && (
          <Group gap="md">
            {kinds.has("message") && (
              <Anchor component={Link} to="/inbox" size="sm">
                {words.allMessages}
              </Anchor>
            )}
            {kinds.has("lead") && (
              <Anchor
                size="sm"
                renderRoot={(look) => <Link to="/leads" search={{ status: "new" }} {...look} />}
              >
                {words.allNewCallers}
              </Anchor>
            )}
          </Group>
        )
      }
    >
      {notices}
      <PersonList label={words.needsYou}>
        {people.slice(0, SHOWN).map((one) => (
          <WaitingRow key={one.id} one={one} />
        ))}
      </PersonList>
    </Section>
  );
}

function WaitingRow({ one }: { one: Waiting }) {
  const words = useWords(homeWords);
  const messages = useWords(messageWords);
  const leads = useWords(leadWords);
  const said = useSaid();
  const mark = useMarkMessage();
  const setStatus = useSetLeadStatus();
  const [name, number] =
    one.kind === "message"
      ? [one.message.from_name, one.message.from_phone]
      : [one.lead.name, one.lead.phone];
  const title = name ?? (number == null ? messages.unknownCaller : phone(number));
  const seen = () => {
    if (one.kind === "message") {
      mark(one.message, "done");
    } else {
      setStatus(one.lead, "contacted");
    }
  };
  return (
    <PersonRow
      name={name}
      number={number}
      title={title}
      link={(shown) =>
        one.kind === "message" ? (
          <SoftLink to="/inbox/$messageId" params={{ messageId: one.id }}>
            {shown}
          </SoftLink>
        ) : (
          <SoftLink to="/leads/$leadId" params={{ leadId: one.id }}>
            {shown}
          </SoftLink>
        )
      }
      wish={
        one.kind === "message" ? `“${said(one.message)}”` : (wish(one.lead) ?? words.calledOnly)
      }
      about={
        <>
          <When at={one.at} /> <Urgency urgency={one.urgency} />
          {one.kind === "lead" && (
            <Badge variant="light" size="sm" tt="none">
              {words.newCaller}
            </Badge>
          )}
        </>
      }
      actions={
        <>
          {number != null && (
            <Button
              component="a"
              href={`tel:${number}`}
              variant="default"
              size="compact-md"
              leftSection={<IconPhone size={16} stroke={1.5} aria-hidden />}
              aria-label={`${words.call}: ${title}`}
            >
              {words.call}
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconCheck size={16} stroke={1.5} aria-hidden />}
            onClick={seen}
            aria-label={
              one.kind === "message"
                ? `${messages.markDone}: ${title}`
                : `${leads.contacted}: ${title}`
            }
          >
            {one.kind === "message" ? messages.markDone : leads.contacted}
          </Button>
        </>
      }
    />
  );
}
