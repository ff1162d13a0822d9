import { useWords } from "@/i18n/catalogue";
import classes from "./history.module.css";
import type { Difference } from "./queries";
import { useFieldName, useValueText } from "./values";
import { historyWords } from "./words";

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
                {text(change.pointer, change[side])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
