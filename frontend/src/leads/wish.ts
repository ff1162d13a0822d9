import type { Lead } from "./queries";

/** What somebody called for: as it was summed up, else as they put it when they were asked. */
export function wish(lead: Lead): string | undefined {
  const said = lead.intent ?? lead.fields.issue?.value ?? lead.fields.reason?.value;
  return said && said.charAt(0).toUpperCase() + said.slice(1);
}
