import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PageHeader } from "@/ui/page-header";
import { EmptyState, ErrorState, SkeletonList } from "@/ui/states";
import { NumberCard } from "./number-card";
import { numberQueries, type PhoneNumber } from "./queries";
import { numberWords } from "./words";

/** Where do people reach us? */
export function NumbersPage() {
  const words = useWords(numberWords);
  const { data: numbers, error, refetch } = useQuery(numberQueries.list());
  const title = useTitle(numbers);
  return (
    <>
      <PageHeader
        title={title}
        name={words.name}
        actions={numbers !== undefined && numbers.length > 0 && <GetNumber />}
      />
      {error !== null && numbers === undefined ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : numbers === undefined ? (
        <SkeletonList rows={1} rowHeight={228} />
      ) : numbers.length === 0 ? (
        <EmptyState title={words.emptyTitle} action={<GetNumber />}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <Stack gap="md" maw={640}>
          {numbers.map((number) => (
            <NumberCard key={number.id} number={number} />
          ))}
        </Stack>
      )}
    </>
  );
}

function GetNumber() {
  const words = useWords(numberWords);
  return (
    <Button
      renderRoot={(props) => <Link to="/numbers/new" {...props} />}
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
    >
      {words.get}
    </Button>
  );
}

function useTitle(numbers: PhoneNumber[] | undefined): string {
  const words = useWords(numberWords);
  if (numbers === undefined) {
    return words.name;
  }
  const losing = numbers.filter(({ webhooks }) => webhooks.state === "wrong").length;
  if (losing > 0) {
    return words.titleLosing(losing);
  }
  const [first] = numbers;
  if (first === undefined) {
    return words.titleNone;
  }
  return numbers.length === 1
    ? words.titleOne(unbroken(phone(first.number)))
    : words.titleMany(numbers.length);
}

/** Stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
