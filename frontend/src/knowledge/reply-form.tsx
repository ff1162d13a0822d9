import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import type { Unanswered } from "./queries";
import { knowledgeWords } from "./words";

/** The answer to what callers asked in vain. */
export function ReplyForm({ question, close }: { question: Unanswered; close: () => void }) {
  const words = useWords(knowledgeWords);
  const toast = useToast();
  const form = useApiForm({
    name: "unanswered",
    initialValues: { question: question.question, text: "" },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async (values) => {
        await body(
          api.POST("/api/v1/unanswered-questions/{id}/answer", {
            params: { path: { id: question.id } },
            body: { question: values.question.trim() || null, text: values.text },
          }),
        );
        close();
        toast.done(words.answered);
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput label={words.question} {...form.getInputProps("question")} />
        <Textarea
          label={words.reply}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps("text")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {words.answer}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
