import type { ReactNode } from "react";
import classes from "./list-and-detail.module.css";
import { useWide } from "./wide";

/**
 * A list with what is chosen of it beside it, each scrolling by itself; where there is no room for both, one or the
 * other. `slim`: the detail needs the most of the room.
 */
export function ListAndDetail(props: {
  list: ReactNode;
  detail: ReactNode;
  open: boolean;
  slim?: boolean;
}) {
  const wide = useWide();
  if (!wide) {
    return props.open ? props.detail : props.list;
  }
  return (
    <div className={classes.panes} data-slim={props.slim}>
      <div className={classes.list}>{props.list}</div>
      <div className={classes.detail} tabIndex={-1}>
        {props.detail}
      </div>
    </div>
  );
}
