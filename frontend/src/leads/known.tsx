import { Anchor, Text, Tooltip } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { Phone } from "@/ui/person";
import { useZone } from "@/ui/zone";
import { question } from "./intake";
import classes from "./known.module.css";
import type { Lead } from "./queries";
import { leadWords } from "./words";

/** What is known of somebody, and what of it somebody has made sure of. */
export function Known({ lead }: { lead: Lead }) {
  const words = useWords(leadWords);
  const zone = useZone();
  const locale = useLocale();
  const answers = Object.entries(lead.fields);
  return (
    <>
      <dl className={classes.facts}>
        <Fact name={words.phone}>
          <Phone number={lead.phone} />
        </Fact>
        {lead.email != null && (
          <Fact name={words.email}>
            <Anchor href={`mailto:${lead.email}`}>{lead.email}</Anchor>
          </Fact>
        )}
        {answers.map(([key, answer]) => (
          <Fact key={key} name={question(key)}>
            <span dir="auto">{answer.value}</span>{" "}
            {answer.verified ? (
              <Tooltip label={words[answer.source]}>
                <IconCircleCheck
                  size={16}
                  stroke={1.5}
                  className={classes.sure}
                  aria-label={words[answer.source]}
                />
              </Tooltip>
            ) : (
              <Text span size="xs" c="dimmed">
                {words.asHeard}
              </Text>
            )}
          </Fact>
        ))}
        <Fact name={words.since}>{time(lead.created_at, zone, locale, { dateStyle: "long" })}</Fact>
      </dl>
      {answers.length === 0 && (
        <Text c="dimmed" size="sm">
          {words.nothingSaid}
        </Text>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
