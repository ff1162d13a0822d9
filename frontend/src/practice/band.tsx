import { Button } from "@mantine/core";
import { IconChevronDown, IconPhoneIncoming } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { SoftLink } from "@/ui/soft-link";
import classes from "./band.module.css";
import { usePractises } from "./practises";
import { practiceQueries, useRunning } from "./queries";
import { useScenarioName } from "./scenario-name";
import { practiceWords } from "./words";

// The menu is heavy, and wanted later than the page.
const CallMe = lazy(() =>
  late(() => import("./call-me").then((room) => ({ default: room.CallMe }))),
);

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
      <Suspense fallback={<CallMeSoon />}>
        <CallMe variant="default" fallback={<CallMeSoon />} />
      </Suspense>
    </aside>
  );
}

/** Keeps the button's place. */
function CallMeSoon() {
  const words = useWords(practiceWords);
  return (
    <Button
      size="compact-sm"
      variant="default"
      style={{ visibility: "hidden" }}
      leftSection={<IconPhoneIncoming size={16} stroke={1.5} aria-hidden />}
      rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
    >
      {words.callMe}
    </Button>
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
