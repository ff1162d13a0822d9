import { readFileSync } from "node:fs";
import type { Business } from "./business";

interface Rows {
  data: { id: string }[];
}

/** What stands for a parameter in a page's address: the first of its kind that a business has. */
const EXAMPLES: Record<string, string> = {
  $callId: "/api/v1/calls?limit=1",
  $leadId: "/api/v1/leads?limit=1",
  $messageId: "/api/v1/messages?limit=1",
  $appointmentId: "/api/v1/appointments?limit=1",
  $numberId: "/api/v1/phone-numbers?limit=1",
  $receptionistId: "/api/v1/receptionists?limit=1",
};

/** The addresses of all pages there are, by the router's own list: `/calls`, `/calls/$callId`. */
export function allPlaces(): string[] {
  const tree = readFileSync(new URL("../src/routeTree.gen.ts", import.meta.url), "utf8");
  const byTo = /interface FileRoutesByTo \{([^}]*)\}/.exec(tree)?.[1] ?? "";
  const places = [...byTo.matchAll(/^\s*["']([^"']+)["']:/gm)].map((match) => match[1] ?? "");
  if (places.length === 0) {
    throw new Error("routeTree.gen.ts names no pages: has the router changed its shape?");
  }
  return places.sort();
}

/** `place` with something of the business's in place of its parameters. */
export async function address(place: string, business: Business): Promise<string> {
  const steps = await Promise.all(
    place.split("/").map(async (step) => {
      if (!step.startsWith("$")) {
        return step;
      }
      const list = EXAMPLES[step];
      if (list === undefined) {
        throw new Error(`browser/places.ts does not know an example of ${step}, in ${place}`);
      }
      const first = (await business.get<Rows>(list)).data[0];
      if (first === undefined) {
        throw new Error(`The business has none of ${list}`);
      }
      return first.id;
    }),
  );
  return steps.join("/");
}
