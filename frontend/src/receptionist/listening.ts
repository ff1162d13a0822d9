import type { Receptionist } from "./queries";

export type Listening = Receptionist["listening"];
type Pauses = Pick<Listening, "turn_detection" | "silence_ms">;

/** How long a pause may be before it takes over, in milliseconds. */
const PAUSES = { quick: 300, usual: 500, patient: 900 } as const;

export const PATIENCES = ["quick", "usual", "patient", "sense", "own"] as const;
export type Patience = (typeof PATIENCES)[number];

/** What the exact settings amount to in plain words. */
export function patienceOf({ turn_detection, silence_ms }: Pauses): Patience {
  if (turn_detection === "sense") {
    return "sense";
  }
  const named = Object.keys(PAUSES) as (keyof typeof PAUSES)[];
  return named.find((name) => PAUSES[name] === silence_ms) ?? "own";
}

/** The exact settings that the plain words stand for. */
export function withPatience<L extends Pauses>(listening: L, patience: Patience): L {
  switch (patience) {
    case "sense":
      return { ...listening, turn_detection: "sense" };
    case "own":
      return { ...listening, turn_detection: "silence" };
    default:
      return { ...listening, turn_detection: "silence", silence_ms: PAUSES[patience] };
  }
}
