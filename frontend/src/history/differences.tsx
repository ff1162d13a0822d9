import { useWords } from "@/i18n/catalogue";
import classes from "./history.module.css";
import type { Difference } from "./queries";
import { useFieldName, useValueText } from "./values";
import { historyWords } from "./words";

type Side = "before" | "after";

/** Of two lists of things, what only this side has, or all of it where only the order differs; of anything else, all. */
function unlike(change: Difference, side: Side): unknown {
  const [value, other] = [change[side], change[side === "before" ? "after" : "before"]];
  // Of a day's hours, one half alone would be read as the whole.
  if (!things(value) || !things(other) || change.pointer.startsWith("/hours/")) {
    return value;
  }
  const mine = without(value, other);
  return mine.length === 0 && without(other, value).length === 0 ? value : mine;
}

function without(these: unknown[], those: unknown[]): unknown[] {
  const known = new Set(those.map((one) => JSON.stringify(one)));
  return these.filter((one) => !known.has(JSON.stringify(one)));
}

function things(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null);
}

/** What was there before, and what after; of what is new or gone, only that. */
export function Differences({ label, changes }: { label: string; changes: Difference[] }) {
  const words = useWords(historyWords);
  const name = useFieldName();
  const text = useValueText();
  const sides = (["before", "after"] as const).filter((side) =>
    changes.some((change) => change[side] != null),
  );
  return (
    <table className={classes.changes} aria-label={label}>
      <thead className={sides.length === 1 ? classes.silent : undefined}>
        <tr>
          <td />
          {sides.map((side) => (
            <th key={side} scope="col">
              {words[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.pointer}>
            <th scope="row">{name(change.pointer)}</th>
            {sides.map((side) => (
              <td key={side} dir="auto" className={classes[side]}>
                {text(change.pointer, unlike(change, side))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
