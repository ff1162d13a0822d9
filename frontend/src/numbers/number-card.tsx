import { Badge, Button, Card, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { CallMe } from "@/practice/call-me";
import { useConfirm } from "@/ui/confirm";
import { phone } from "@/ui/format";
import { Phone } from "@/ui/person";
import { useToast } from "@/ui/toast";
import { useVersionedSave } from "@/ui/versioned";
import { Health } from "./health";
import { LabelField } from "./label-field";
import classes from "./numbers.module.css";
import { receptionistChoices, type PhoneNumber } from "./queries";
import { useNumberActions, useNumberResource } from "./resource";
import { numberWords } from "./words";

/** One number: what it is called, who answers, whether calls arrive. */
export function NumberCard({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const settled = number.state === "active";
  return (
    <Card component="article" p="lg" aria-label={phone(number.number)}>
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2}>
            <Phone number={number.number} />
          </Title>
          {number.source === "sandbox" && (
            <Badge className={classes.practice}>{words.practice}</Badge>
          )}
          {number.source === "imported" && (
            <Badge className={classes.imported}>{words.imported}</Badge>
          )}
        </Group>
        {settled ? (
          <>
            <Health number={number} />
            <Group align="flex-start" grow preventGrowOverflow={false}>
              <LabelField number={number} />
              <AnsweredBy number={number} />
            </Group>
            <Group justify="space-between" gap="xs">
              {number.source === "sandbox" && <CallMe to={number.number} variant="default" />}
              <Release number={number} />
            </Group>
          </>
        ) : (
          <Text c="dimmed" role="status">
            {number.state === "buying" ? words.buying : words.releasing}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function AnsweredBy({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const toast = useToast();
  const resource = useNumberResource(number.id);
  const save = useVersionedSave();
  const { data: receptionists } = useQuery(receptionistChoices());
  const choose = useMutation({
    mutationFn: (id: string | null) =>
      save(resource, { receptionist_id: number.receptionist_id ?? null }, { receptionist_id: id }),
    onSuccess: toast.saved,
    onError: toast.failed,
  });
  const chosen = choose.isPending ? choose.variables : number.receptionist_id;
  return (
    <NativeSelect
      label={words.answeredBy}
      value={chosen ?? ""}
      data={[
        { value: "", label: words.usual },
        ...(receptionists ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => choose.mutate(event.currentTarget.value || null)}
    />
  );
}

function Release({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const toast = useToast();
  const confirm = useConfirm();
  const { release } = useNumberActions();
  const imported = number.source === "imported";
  const shown = phone(number.number);
  const ask = async () => {
    const sure = await confirm({
      title: imported ? words.disconnectTitle(shown) : words.releaseTitle(shown),
      body: imported ? words.disconnectBody : words.releaseBody,
      action: imported ? words.disconnect : words.release,
      danger: true,
    });
    if (sure) {
      release.mutate(number.id, {
        onSuccess: (gone) => {
          toast.done(gone ? words.released(shown) : words.releasedLater(shown));
        },
        onError: toast.failed,
      });
    }
  };
  return (
    <Button
      variant="subtle"
      color="red"
      c="var(--fd-loss)"
      size="compact-sm"
      ml="auto"
      loading={release.isPending}
      onClick={() => void ask()}
    >
      {imported ? words.disconnect : words.release}
    </Button>
  );
}
