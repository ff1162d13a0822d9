import { Anchor, Loader, Stack, Text, Title } from "@mantine/core";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { ServiceUnreachable } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { ErrorState } from "@/ui/states";
import { useEffect } from "react";
import { service } from "@/api/service";
import { appWords } from "./words";

/** A page that could not be shown. When it was for want of the service, it comes back by itself. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  if (error instanceof ServiceUnreachable) {
    return <ServiceDown />;
  }
  return <ErrorState error={error} retry={reset} />;
}

/** Stands in for the page while the service is away. */
export function ServiceDown() {
  const words = useWords(appWords);
  const router = useRouter();
  useEffect(
    () =>
      service.subscribe(() => {
        if (!service.isDown()) {
          void router.invalidate();
        }
      }),
    [router],
  );
  return (
    <Stack align="center" justify="center" mih="60vh" p="lg" gap="sm" role="alert">
      <title>{`${words.downTitle} · Frontdesk`}</title>
      <Loader size="sm" type="dots" />
      <Title order={2} ta="center">
        {words.downTitle}
      </Title>
      <Text c="dimmed" ta="center" maw="48ch">
        {words.downText}
      </Text>
    </Stack>
  );
}

export function NotFound() {
  const words = useWords(appWords);
  return (
    <Stack component="main" align="flex-start" gap="xs" p="lg">
      <title>{`${words.notFoundTitle} · Frontdesk`}</title>
      <Title order={1}>{words.notFoundTitle}</Title>
      <Text c="dimmed">{words.notFoundText}</Text>
      <Anchor component={Link} to="/">
        {words.home}
      </Anchor>
    </Stack>
  );
}
