import { Button, Code, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { dialled } from "@/ui/dialled";
import { FormProblem } from "@/ui/form-problem";
import type { Tool, Trial } from "./queries";
import { toolWords } from "./words";
import { example, NoObject, object, written } from "./written";

/** Uses a tool now, and shows what the model would see. */
export function TryForm({ tool }: { tool: Tool }) {
  const words = useWords(toolWords);
  const [trial, setTrial] = useState<Trial>();
  const form = useApiForm({
    name: "try-tool",
    initialValues: { arguments: example(tool), caller_number: "" },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async (values) => {
        try {
          setTrial(undefined);
          setTrial(
            await body(
              api.POST("/api/v1/receptionists/{id}/tools/{toolId}/try", {
                params: { path: { id: tool.receptionist_id, toolId: tool.id } },
                body: {
                  arguments: object("arguments", values.arguments) ?? {},
                  caller_number:
                    values.caller_number.trim() === "" ? null : dialled(values.caller_number),
                },
              }),
            ),
          );
        } catch (failure) {
          if (!(failure instanceof NoObject)) {
            throw failure;
          }
          form.setFieldError(failure.field, words.noObject);
        }
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <Text c="dimmed">{tool.safe ? words.tryAbout : words.tryAboutChanges}</Text>
        <Textarea
          label={words.arguments}
          ff="monospace"
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps("arguments")}
        />
        <TextInput
          label={words.callerNumber}
          description={words.callerNumberHint}
          type="tel"
          {...form.getInputProps("caller_number")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {words.tryIt}
          </Button>
        </Group>
        {trial !== undefined && (
          <Stack gap="xs" role="status">
            <Text fw={550}>
              {trial.ok ? words.worked(trial.took_ms) : (trial.problem ?? words.failed)}
            </Text>
            <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: "anywhere" }}>
              {trial.url}
              {trial.status != null && ` → ${trial.status}`}
            </Text>
            {trial.ok && (
              <>
                <Text size="sm">{words.seen}</Text>
                <Code block>{written(trial.result)}</Code>
              </>
            )}
          </Stack>
        )}
      </Stack>
    </form>
  );
}
