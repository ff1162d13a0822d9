import { Badge } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { isGoing, type Call } from "./queries";
import classes from "./calls.module.css";
import { callWords } from "./words";

/** What came of a call, in two words. */
export function OutcomeBadge({ call }: { call: Call }) {
  const words = useWords(callWords);
  if (isGoing(call)) {
    return (
      <Badge
        component="span"
        variant="outline"
        className={classes.live}
        leftSection={<span className={classes.dot} />}
      >
        {words.onThePhone}
      </Badge>
    );
  }
  const outcome = call.outcome;
  if (outcome == null) {
    return null;
  }
  const left = ["appointment_booked", "transferred", "message_taken"].includes(outcome);
  const lost = outcome === "missed" || outcome === "failed";
  return (
    <Badge
      component="span"
      variant="light"
      color={left ? "pine" : lost ? "red" : "gray"}
      className={classes.badge}
    >
      {words[outcome]}
    </Badge>
  );
}
