import { Button, Card, Skeleton, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useDeferredValue, useEffect, type ReactNode } from "react";
import { ApiProblem, ServiceUnreachable } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { uiWords } from "./words";

/** Nothing there yet: an example of what will be, and the one thing that fills it. */
export function EmptyState(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Card p="xl">
      <Stack gap="xs" align="flex-start" maw="60ch">
        <Title order={3}>{props.title}</Title>
        {props.children !== undefined && (
          <Text component="div" c="dimmed">
            {props.children}
          </Text>
        )}
        {props.action}
      </Stack>
    </Card>
  );
}

/** What a failure means to the reader, in words. */
export function useReason(): (error: unknown) => string {
  const words = useWords(uiWords);
  return (error) => {
    if (error instanceof ServiceUnreachable) {
      return words.unreachable;
    }
    if (error instanceof ApiProblem) {
      switch (error.status) {
        case 403:
          return words.forbidden;
        case 404:
          return words.notFound;
        default:
          return error.detail;
      }
    }
    return words.unexpected;
  };
}

/** A part of a page that could not be read. */
export function ErrorState(props: { error: unknown; retry?: () => void }) {
  const words = useWords(uiWords);
  const reason = useReason();
  return (
    <Card p="xl" role="alert">
      <Stack gap="xs" align="flex-start">
        <Title order={3}>{words.failed}</Title>
        <Text c="dimmed">{reason(props.error)}</Text>
        {props.retry !== undefined && (
          <Button variant="default" onClick={props.retry}>
            {words.tryAgain}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** Rows that are on their way, each as high as what comes. */
export function SkeletonList(props: { rows?: number; rowHeight?: number }) {
  const words = useWords(uiWords);
  return (
    <Stack gap="xs" role="status">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      {Array.from({ length: props.rows ?? 6 }, (_, row) => (
        <Skeleton key={row} height={props.rowHeight ?? 64} radius="lg" />
      ))}
    </Stack>
  );
}

/** Draws a large part of a page a little later and in slices: between them the browser answers to whoever uses it. */
export function InSlices({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}

let opened = false;

/**
 * `ready`, a little later: what appears then is drawn in slices. On the first page that is opened this holds for what is
 * known at once, too: it would be drawn in one go with all that is around it.
 */
export function useInSlices(ready: boolean): boolean {
  const shown = useDeferredValue(ready, opened && ready);
  useEffect(() => {
    opened ||= shown;
  }, [shown]);
  return shown;
}
