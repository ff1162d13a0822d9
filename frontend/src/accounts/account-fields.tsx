import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import type { ApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { accountWords } from "./words";

/** What stands around the fields in the forms of all companies. */
export function AccountFields<Values extends Record<string, unknown>>(props: {
  form: ApiForm<Values>;
  where: string;
  children: ReactNode;
}) {
  const { form } = props;
  const words = useWords(accountWords);
  return (
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
  );
}
