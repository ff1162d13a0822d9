import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { SoftLink } from "@/ui/soft-link";
import classes from "./band.module.css";
import { CallMe } from "./call-me";
import { usePractises } from "./practises";
import { practiceQueries, useRunning } from "./queries";
import { useScenarioName } from "./scenario-name";
import { practiceWords } from "./words";

/** Says that nothing here is real, and lets somebody call. Gone where Twilio's own accounts serve. */
export function PracticeBand() {
  const words = useWords(practiceWords);
  if (!usePractises()) {
    return null;
  }
  return (
    <aside className={classes.band} aria-label={words.bandShort}>
      <span className={classes.words}>
        <RunningCall otherwise={words.band} />
      </span>
      <Link to="/practice" className={classes.link}>
        {words.sent}
      </Link>
      <CallMe variant="default" />
    </aside>
  );
}

function RunningCall(props: { otherwise: string }) {
  const words = useWords(practiceWords);
  const nameOf = useScenarioName();
  const running = useRunning();
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const found = sandbox?.scenarios.find(({ id }) => id === running?.scenario);
  const who = nameOf(running?.scenario ?? "", found?.title ?? "");
  return (
    <span role="status">
      {running === undefined ? (
        props.otherwise
      ) : running.over ? (
        <>
          {words.ended(who)}{" "}
          <SoftLink to="/calls" className={classes.link}>
            {words.see}
          </SoftLink>
        </>
      ) : (
        <>
          <span className={classes.live} aria-hidden />
          {words.ringing(who)}{" "}
          <SoftLink to="/live" className={classes.link}>
            {words.watch}
          </SoftLink>
        </>
      )}
    </span>
  );
}
