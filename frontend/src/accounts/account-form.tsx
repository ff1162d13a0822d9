import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import type { ApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { accountWords } from "./words";

/** What the forms of all companies have in common. */
export function AccountForm<Values extends Record<string, unknown>>(props: {
  form: ApiForm<Values>;
  save: (values: Values) => Promise<unknown>;
  where: string;
  children: ReactNode;
}) {
  const { form } = props;
  const words = useWords(accountWords);
  return (
    <form noValidate autoComplete="off" onSubmit={form.send(props.save)}>
      <Stack gap="sm">
        <Text c="dimmed">{props.where}</Text>
        <FormProblem problem={form.problem} />
        {props.children}
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {words.connect}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
