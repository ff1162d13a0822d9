import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Differences } from "@/history/differences";
import { useFieldName } from "@/history/values";
import { useWords } from "@/i18n/catalogue";
import { ErrorState, SkeletonList } from "@/ui/states";
import { HearGreeting } from "./hear-greeting";
import { letterWords } from "./letter-words";
import { receptionistQueries } from "./queries";

const OPENING = ["/greeting", "/greetings", "/disclosure", "/voice", "/manner", "/speed", "/model"];

/** What differs between two versions, to read and to hear, and what keeps the later one from being published. */
export default function Comparison(props: {
  id: string;
  before: string;
  after: string;
  label: string;
  /** Whether the later one is about to be published. */
  toPublish?: boolean;
}) {
  const letter = useWords(letterWords);
  const name = useFieldName();
  const { id, before, after } = props;
  const compared = useQuery(receptionistQueries.differences(id, before, after));
  if (compared.data === undefined) {
    return compared.isError ? (
      <ErrorState error={compared.error} retry={() => void compared.refetch()} />
    ) : (
      <SkeletonList rows={1} rowHeight={80} />
    );
  }
  const { differences, problems } = compared.data;
  const sounds = differences.some(({ pointer }) =>
    OPENING.some((field) => pointer === field || pointer.startsWith(`${field}/`)),
  );
  return (
    <>
      {props.toPublish === true && problems.length > 0 && (
        <div role="alert">
          <Text c="var(--fd-loss)">{letter.notPublishable}</Text>
          <ul>
            {problems.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                {name(pointer)}: {detail}
              </li>
            ))}
          </ul>
        </div>
      )}
      {differences.length === 0 ? (
        <Text c="dimmed">{letter.nothingChanged}</Text>
      ) : (
        <Differences label={props.label} changes={differences} />
      )}
      {sounds && (
        <Group gap="xs">
          <HearGreeting id={id} version={before} label={letter.hear(versionName(before))} />
          <HearGreeting id={id} version={after} label={letter.hear(versionName(after))} />
        </Group>
      )}
    </>
  );

  function versionName(version: string): string {
    return version === "published"
      ? letter.asHeard
      : version === "draft"
        ? letter.asEdited
        : letter.version(version);
  }
}
