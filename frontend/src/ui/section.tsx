import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import type { ApiForm } from "./api-form";
import { FormProblem } from "./form-problem";
import { useUnsavedGuard } from "./unsaved";
import { uiWords } from "./words";

/** A card with a form in it, and buttons that save or discard once there is something to. */
export function Section<Values extends Record<string, unknown>>(props: {
  title: string;
  about?: ReactNode;
  form: ApiForm<Values>;
  submit: ReturnType<ApiForm<Values>["send"]>;
  children: ReactNode;
}) {
  const words = useWords(uiWords);
  const { form } = props;
  const id = useId();
  const dirty = form.isDirty();
  useUnsavedGuard(dirty);
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <form onSubmit={props.submit} noValidate>
        <Stack gap="sm">
          <div>
            <Title order={2} size="h3" id={id}>
              {props.title}
            </Title>
            {props.about !== undefined && <Text c="dimmed">{props.about}</Text>}
          </div>
          <FormProblem problem={form.problem} />
          {props.children}
          <Group gap="xs" mt="xs">
            <Button type="submit" disabled={!dirty} loading={form.busy}>
              {words.save}
            </Button>
            {dirty && (
              <Button variant="subtle" onClick={() => form.reset()}>
                {words.discard}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
