import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { serviceQueries } from "@/appointments/services";
import { accountWords } from "@/accounts/words";
import { useWords } from "@/i18n/catalogue";
import { numberQueries, receptionistChoices } from "@/numbers/queries";
import { staffQueries } from "@/receptionist/queries";
import { teamQueries } from "@/team/queries";
import { phone } from "@/ui/format";
import { deeds, type Deed } from "./deeds";
import type { Line } from "./queries";
import { historyWords } from "./words";

/** A line in words: who, did what, to what or whom, where that is known. */
export interface Sentence {
  who: string;
  did: string;
  to: string | undefined;
}

/** Tells what a line says. */
export function useSentence(): (line: Line) => Sentence {
  const words = useWords(historyWords);
  const did = useWords(deeds);
  const companies = useWords(accountWords);
  const { data: members = [] } = useInfiniteQuery(teamQueries.members());
  const things = useThings();
  return (line) => {
    const { kind, id, name } = line.actor;
    const person = members.find(({ user_id }) => user_id === id);
    const company = value(line, "provider");
    const number = value(line, "number");
    return {
      who:
        kind === "user"
          ? person?.name || (person?.email ?? name ?? words.somebodyGone)
          : kind === "api_client"
            ? words.program(name ?? "")
            : words[kind],
      did: did[deed(line)],
      to:
        line.action === "create" && line.resource === "member"
          ? undefined
          : (value(line, "name") ??
            value(line, "email") ??
            (company !== undefined && company in companies
              ? companies[company as "twilio"]
              : company) ??
            (number === undefined ? undefined : phone(number)) ??
            things.get(line.resource_id ?? "")),
    };
  };
}

/** What things are called that can be changed without their name being told. */
function useThings(): Map<string, string> {
  const { data: members = [] } = useInfiniteQuery(teamQueries.members());
  const { data: numbers = [] } = useQuery(numberQueries.list());
  const { data: receptionists = [] } = useQuery(receptionistChoices());
  const { data: services = [] } = useQuery(serviceQueries.services());
  const { data: staff = [] } = useQuery(staffQueries.bookable());
  return new Map([
    ...[...receptionists, ...services, ...staff].map(({ id, name }) => [id, name] as const),
    ...members.map(({ id, name, email }) => [id, name || email] as const),
    ...numbers.map(({ id, number }) => [id, phone(number)] as const),
  ]);
}

/** The text that a field has now, or had last. */
function value({ changes }: Line, field: string): string | undefined {
  const change = changes.find(({ pointer }) => pointer === `/${field}`);
  const text = change?.after ?? change?.before;
  return typeof text === "string" ? text : undefined;
}

function deed({ resource, action, changes }: Line): Deed {
  const [part = "", ...others] = new Set(changes.map(({ pointer }) => pointer.split("/")[1]));
  const whole = `${resource}.${action}`;
  const exact = others.length === 0 ? `${resource}.${part}` : whole;
  return [exact, whole].find(isDeed) ?? "other";
}

function isDeed(text: string): text is Deed {
  return text in deeds.en;
}
