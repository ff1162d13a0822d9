import { Button, Group, Modal, MultiSelect, Stack, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { uiWords } from "@/ui/words";
import { programQueries, type NewProgram } from "./queries";
import { ShownOnce } from "./shown-once";
import { useScopeName } from "./scopes";
import { programWords } from "./words";

/** Lets a program in, and shows its secret this once: a click beside it does not take that away. */
export function LetIn(props: { opened: boolean; close: () => void }) {
  const words = useWords(programWords);
  const common = useWords(uiWords);
  const [created, setCreated] = useState<NewProgram>();
  const close = () => {
    props.close();
    setCreated(undefined);
  };
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      closeOnClickOutside={created === undefined}
      closeOnEscape={created === undefined}
      title={created === undefined ? words.add : words.added(created.name)}
      closeButtonProps={{ "aria-label": common.close }}
    >
      {created === undefined ? (
        <ProgramForm done={setCreated} />
      ) : (
        <ShownOnce program={created} done={close} />
      )}
    </Modal>
  );
}

function ProgramForm({ done }: { done: (created: NewProgram) => void }) {
  const words = useWords(programWords);
  const scopeName = useScopeName();
  const queries = useQueryClient();
  const { data: scopes = [] } = useQuery(programQueries.scopes());
  const form = useApiForm({
    name: "program",
    initialValues: { name: "", scopes: [] as string[] },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ name, scopes }) => {
        const created = await body(
          api.POST("/api/v1/api-clients", { body: { name: name.trim(), scopes } }),
        );
        done(created);
        await queries.invalidateQueries({ queryKey: programQueries.all });
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={words.programName}
          description={words.programNameHint}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("name")}
        />
        <MultiSelect
          label={words.scopes}
          description={words.scopesHint}
          data={scopes.map((scope) => ({ value: scope, label: scopeName(scope) }))}
          searchable
          hidePickedOptions
          nothingFoundMessage={words.noScope}
          comboboxProps={{ position: "top" }}
          {...form.getInputProps("scopes")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
