import { Link } from "@tanstack/react-router";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { SoftLink } from "@/ui/soft-link";
import classes from "./band.module.css";
import { CallMe } from "./call-me";
import { useRunning } from "./queries";
import { useScenarioName } from "./scenario-name";
import { practiceWords } from "./words";

/** What the band says and offers. */
export default function BandContent({ sandbox }: { sandbox: Schema<"Sandbox"> }) {
  const words = useWords(practiceWords);
  return (
    <aside className={classes.band} aria-label={words.bandShort}>
      <span className={classes.words}>
        <RunningCall scenarios={sandbox.scenarios} otherwise={words.band} />
      </span>
      <Link to="/practice" className={classes.link}>
        {words.sent}
      </Link>
      <CallMe variant="default" />
    </aside>
  );
}

function RunningCall(props: { scenarios: Schema<"SandboxScenario">[]; otherwise: string }) {
  const words = useWords(practiceWords);
  const nameOf = useScenarioName();
  const running = useRunning();
  const found = props.scenarios.find(({ id }) => id === running?.scenario);
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
