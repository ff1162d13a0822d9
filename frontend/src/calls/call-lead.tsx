import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { SoftLink } from "@/ui/soft-link";
import { useReason } from "@/ui/states";
import classes from "./calls.module.css";
import { callQueries, isGoing, type Call } from "./queries";
import { callWords } from "./words";

/** Who may become a customer by this call, and what they said about themselves. */
export function CallLead({ call }: { call: Call }) {
  const words = useWords(callWords);
  if (call.lead_id == null) {
    const open = isGoing(call) || call.analyzed_at == null;
    return <Text c="dimmed">{open ? words.notYetKnown : words.noLead}</Text>;
  }
  return <Lead id={call.lead_id} />;
}

function Lead({ id }: { id: string }) {
  const words = useWords(callWords);
  const reason = useReason();
  const { data: lead, error } = useQuery(callQueries.lead(id));
  if (lead === undefined) {
    return error === null ? <Skeleton height={72} /> : <Text c="dimmed">{reason(error)}</Text>;
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={550}>
        {lead.name ?? phone(lead.phone)}
        {lead.intent != null && (
          <Text span c="dimmed" fw={400} display="block" size="sm">
            {lead.intent}
          </Text>
        )}
      </Text>
      {Object.keys(lead.fields).length > 0 && (
        <dl className={classes.facts} style={{ width: "100%" }}>
          {Object.entries(lead.fields).map(([key, field]) => (
            <Fact key={key} name={key.replaceAll("_", " ")}>
              <span dir="auto">{field.value}</span>{" "}
              <Text span size="xs" c="dimmed">
                {field.verified ? words.verified : words.heard}
              </Text>
            </Fact>
          ))}
        </dl>
      )}
      <SoftLink to="/leads/$leadId" params={{ leadId: id }}>
        {words.showLead}
      </SoftLink>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
