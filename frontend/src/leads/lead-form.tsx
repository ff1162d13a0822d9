import { Alert, Button, Group, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "@/api/client";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { dialled } from "./dialled";
import { question } from "./intake";
import { leadQueries, type Lead } from "./queries";
import { leadWords } from "./words";

/** What is known of somebody, to be corrected. When somebody else was faster, both versions are there to choose from. */
export function LeadForm(props: { lead: Lead; tag: string | undefined; close: () => void }) {
  const { lead, close } = props;
  const words = useWords(leadWords);
  const ui = useWords(uiWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [tag, setTag] = useState(props.tag);
  const [theirs, setTheirs] = useState<Lead>();
  const form = useApiForm({ initialValues: editable(lead) });

  const save = async (values: ReturnType<typeof editable>) => {
    const answers = Object.entries(values.fields);
    try {
      await body(
        api.PATCH("/api/v1/leads/{id}", {
          params: {
            path: { id: lead.id },
            header: { ...(tag !== undefined && { "If-Match": tag }) },
          },
          body: {
            phone: dialled(values.phone),
            name: values.name.trim() || null,
            email: values.email.trim() || null,
            intent: values.intent.trim() || null,
            fields: Object.fromEntries(
              answers.map(([key, { value }]) => [
                key,
                value.trim() === "" ? (null as never) : { value: value.trim() },
              ]),
            ),
          },
        }),
      );
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.status === 412) {
        const now = await queries.query({ ...leadQueries.one(lead.id), staleTime: 0 });
        setTheirs(now.value);
        setTag(now.tag);
        return;
      }
      throw failure;
    }
    await queries.invalidateQueries({ queryKey: leadQueries.all });
    toast.saved();
    close();
  };

  return (
    <form noValidate onSubmit={form.send(save)}>
      <Stack gap="sm">
        <Title order={3}>{words.details}</Title>
        <FormProblem problem={form.problem} />
        {theirs !== undefined && (
          <Alert color="yellow" variant="light" role="alert" title={words.notSaved}>
            <Stack gap="xs" align="flex-start">
              {words.notSavedText(inWords(theirs))}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => {
                  form.setValues(editable(theirs));
                  setTheirs(undefined);
                }}
              >
                {words.takeTheirs}
              </Button>
            </Stack>
          </Alert>
        )}
        <TextInput label={words.fullName} {...form.getInputProps("name")} />
        <TextInput
          label={words.phone}
          description={words.phoneHint}
          type="tel"
          required
          {...form.getInputProps("phone")}
        />
        <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
        <Textarea label={words.wants} autosize minRows={1} {...form.getInputProps("intent")} />
        {Object.keys(lead.fields).map((key) => (
          <Textarea
            key={key}
            label={question(key)}
            autosize
            minRows={1}
            {...form.getInputProps(`fields.${key}.value`)}
          />
        ))}
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
          <Button variant="default" onClick={close}>
            {ui.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function editable(lead: Lead) {
  return {
    name: lead.name ?? "",
    phone: lead.phone,
    email: lead.email ?? "",
    intent: lead.intent ?? "",
    fields: Object.fromEntries(
      Object.entries(lead.fields).map(([key, { value }]) => [key, { value }]),
    ),
  };
}

function inWords(lead: Lead): string {
  const { name, phone, email, intent, fields } = editable(lead);
  return [name, phone, email, intent, ...Object.values(fields).map(({ value }) => value)]
    .filter((text) => text !== "")
    .join(", ");
}
