import type { ReactNode } from "react";
import classes from "./list-and-detail.module.css";
import { useWide } from "./wide";

/** A list with what is chosen of it beside it; where there is no room for both, one or the other. */
export function ListAndDetail(props: { list: ReactNode; detail: ReactNode; open: boolean }) {
  const wide = useWide();
  if (!wide) {
    return props.open ? props.detail : props.list;
  }
  return (
    <div className={classes.panes}>
      <div className={classes.list}>{props.list}</div>
      <div className={classes.detail}>{props.detail}</div>
    </div>
  );
}
