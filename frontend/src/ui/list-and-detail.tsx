import type { ReactNode } from "react";
import classes from "./list-and-detail.module.css";

/** A list with what is chosen of it beside it; on a phone one or the other. */
export function ListAndDetail(props: { list: ReactNode; detail: ReactNode; open: boolean }) {
  return (
    <div className={classes.panes} data-open={props.open || undefined}>
      <div className={classes.list}>{props.list}</div>
      <div className={classes.detail}>{props.detail}</div>
    </div>
  );
}
