import { Alert, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CallRow } from "@/calls/call-row";
import callClasses from "@/calls/calls.module.css";
import { useWords } from "@/i18n/catalogue";
import { numberQueries } from "@/numbers/queries";
import { CallMe } from "@/practice/call-me";
import { phone } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, SkeletonList } from "@/ui/states";
import { LiveCard } from "./live-card";
import classes from "./live.module.css";
import { useLiveCall, useLiveCalls } from "./use-live";
import { liveWords } from "./words";

/** Who is on the phone now, word for word. */
export function LivePage() {
  const words = useWords(liveWords);
  const { going, ended, isKnown, isConnected } = useLiveCalls();
  const title = !isKnown
    ? words.connecting
    : going.length === 0
      ? words.nobody
      : words.going(going.length);
  return (
    <>
      <PageHeader title={title} name={words.name} />
      {isKnown && !isConnected && (
        <Alert color="yellow" mb="md" role="status">
          {words.lost}
        </Alert>
      )}
      {!isKnown ? (
        <SkeletonList rows={2} rowHeight={120} />
      ) : going.length === 0 ? (
        <Quiet />
      ) : (
        <div className={classes.cards}>
          {going.map((id) => (
            <LiveCard key={id} id={id} />
          ))}
        </div>
      )}
      {ended.length > 0 && (
        <section className={classes.ended}>
          <Title order={2} size="h4" mb="xs">
            {words.ended}
          </Title>
          <ul className={callClasses.list}>
            {ended.map((id) => (
              <li key={id}>
                <Ended id={id} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Ended({ id }: { id: string }) {
  const live = useLiveCall(id);
  return live === undefined ? null : <CallRow call={live.call} />;
}

function Quiet() {
  const words = useWords(liveWords);
  const { data: number } = useQuery(numberQueries.first());
  return (
    <EmptyState title={words.quiet} action={<CallMe />}>
      {words.quietText(number == null ? words.yourNumber : phone(number))}
    </EmptyState>
  );
}
