import { Anchor, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { FormProblem } from "@/ui/form-problem";
import { useReason } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { Connect } from "./connect";
import { Findings } from "./findings";
import { useAccountActions, type Account } from "./queries";
import { accountWords } from "./words";

/** One company: whether the business's own account is used there, and how it fares. */
export function AccountCard({ account }: { account: Account }) {
  const { provider, connected } = account;
  const words = useWords(accountWords);
  const reason = useReason();
  const toast = useToast();
  const confirm = useConfirm();
  const id = useId();
  const [connecting, { open, close }] = useDisclosure();
  const [refused, setRefused] = useState<unknown>();
  const { test, disconnect } = useAccountActions(provider);
  const company = words[provider];
  const outcome = test.isPending ? undefined : (account.last_test ?? undefined);

  const tryOut = () => {
    test.mutate(undefined, { onError: toast.failed });
  };
  const ask = async () => {
    setRefused(undefined);
    const sure = await confirm({
      title: words.disconnectTitle(company),
      body: words[`${provider}Without`],
      action: words.disconnect,
      danger: true,
    });
    if (sure) {
      disconnect.mutate(undefined, {
        onSuccess: () => {
          toast.done(words.disconnected(company));
        },
        onError: setRefused,
      });
    }
  };

  return (
    <Card component="section" p="lg" aria-labelledby={id}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={id}>
            {company}
          </Title>
          <Text c="dimmed">{words[`${provider}About`]}</Text>
        </div>
        {connected ? <Known account={account} /> : <Text>{words[`${provider}Without`]}</Text>}
        {outcome !== undefined && <Findings outcome={outcome} />}
        {test.isPending && (
          <Text c="dimmed" role="status">
            {words.testing(company)}
          </Text>
        )}
        {refused !== undefined && (
          <>
            <FormProblem problem={reason(refused)} />
            {refused instanceof ApiProblem && refused.kind === "numbers_in_account" && (
              <Anchor component={Link} to="/numbers">
                {words.toNumbers}
              </Anchor>
            )}
          </>
        )}
        <Group gap="xs">
          <Button
            variant="default"
            aria-label={connected ? words.replaceOf(company) : words.connectOf(company)}
            onClick={open}
          >
            {connected ? words.replace : words.connect}
          </Button>
          {connected && (
            <>
              <Button
                variant="default"
                aria-label={words.testOf(company)}
                loading={test.isPending}
                onClick={tryOut}
              >
                {words.test}
              </Button>
              <Button
                variant="subtle"
                color="red"
                c="var(--fd-loss)"
                aria-label={words.disconnectOf(company)}
                loading={disconnect.isPending}
                onClick={() => void ask()}
              >
                {words.disconnect}
              </Button>
            </>
          )}
        </Group>
      </Stack>
      <Connect account={account} opened={connecting} close={close} then={tryOut} />
    </Card>
  );
}

/** What may be told of an account that is connected. */
function Known({ account }: { account: Account }) {
  const words = useWords(accountWords);
  const { account: name, last_four: end, set_at: at, set_by: by } = account;
  return (
    <div>
      {name != null && <Text style={{ overflowWrap: "anywhere" }}>{name}</Text>}
      {end != null && <Text>{words.endsIn(end)}</Text>}
      {at != null && (
        <Text size="sm" c="dimmed">
          {words.connected} <When at={at} />
          {by != null && ` · ${by}`}
        </Text>
      )}
    </div>
  );
}
