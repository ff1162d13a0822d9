import {
  ActionIcon,
  Button,
  Card,
  Group,
  Modal,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { dialled } from "@/ui/dialled";
import { FormProblem } from "@/ui/form-problem";
import { phone } from "@/ui/format";
import { useReason } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { uiWords } from "@/ui/words";
import classes from "./known-callers.module.css";
import { knownCallerQueries, type KnownCaller, type Treatment } from "./queries";
import { treat, useTreating } from "./use-treating";
import { callerWords } from "./words";

/** Whose calls are treated so. */
export function KnownCallers({ treatment }: { treatment: Treatment }) {
  const words = useWords(callerWords);
  const common = useWords(uiWords);
  const reason = useReason();
  const id = useId();
  const [adding, setAdding] = useState(false);
  const { data: all, error } = useQuery(knownCallerQueries.list());
  const data = all?.filter((caller) => caller.treatment === treatment);
  const add = words[`add_${treatment}`];
  return (
    <Card component="section" aria-labelledby={id} p="lg" mt="lg" maw={640}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={id}>
            {words[`title_${treatment}`]}
          </Title>
          <Text c="dimmed">{words[`about_${treatment}`]}</Text>
        </div>
        {data === undefined ? (
          error === null ? (
            <Skeleton height={44} />
          ) : (
            <Text c="dimmed">{reason(error)}</Text>
          )
        ) : data.length === 0 ? (
          <Text c="dimmed">{words[`none_${treatment}`]}</Text>
        ) : (
          <ul className={classes.list}>
            {data.map((caller) => (
              <Known key={caller.id} caller={caller} />
            ))}
          </ul>
        )}
        <Button
          variant="default"
          style={{ alignSelf: "flex-start" }}
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => {
            setAdding(true);
          }}
        >
          {add}
        </Button>
      </Stack>
      <Modal
        opened={adding}
        onClose={() => {
          setAdding(false);
        }}
        title={add}
        closeButtonProps={{ "aria-label": common.close }}
      >
        {adding && (
          <AddForm
            treatment={treatment}
            close={() => {
              setAdding(false);
            }}
          />
        )}
      </Modal>
    </Card>
  );
}

function Known({ caller }: { caller: KnownCaller }) {
  const words = useWords(callerWords);
  const { forget } = useTreating();
  const number = phone(caller.number);
  return (
    <li className={classes.item}>
      <div className={classes.text}>
        <Text fw={550}>{number}</Text>
        <Text size="sm" c="dimmed">
          {caller.note != null && <span dir="auto">{caller.note} · </span>}
          {caller.last_call_at == null ? (
            words.never
          ) : (
            <>
              {words.calls(caller.calls)}, <When at={caller.last_call_at} />
            </>
          )}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={words[`forget_${caller.treatment}`](number)}
        loading={forget.isPending}
        onClick={() => {
          forget.mutate(caller);
        }}
      >
        <IconTrash size={16} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}

function AddForm({ treatment, close }: { treatment: Treatment; close: () => void }) {
  const words = useWords(callerWords);
  const toast = useToast();
  const queries = useQueryClient();
  const form = useApiForm({ name: "known-caller", initialValues: { number: "", note: "" } });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ number, note }) => {
        const caller = await treat(dialled(number), treatment, note.trim() || null);
        await queries.invalidateQueries({ queryKey: knownCallerQueries.all });
        close();
        toast.done(words[`done_${treatment}`](phone(caller.number)));
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={words.number}
          description={words.numberHint}
          type="tel"
          required
          data-autofocus
          {...form.getInputProps("number")}
        />
        <TextInput label={words.note} {...form.getInputProps("note")} />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {words[`add_${treatment}`]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
