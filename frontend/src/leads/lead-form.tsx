import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { PartTitle } from "@/ui/detail-title";
import { useEdit } from "@/ui/edit";
import { FormProblem } from "@/ui/form-problem";
import { useUnsavedGuard } from "@/ui/unsaved";
import { uiWords } from "@/ui/words";
import { dialled } from "@/ui/dialled";
import { question } from "./intake";
import type { Lead } from "./queries";
import { detailsOf, useLeadResource, type LeadDetails } from "./resource";
import { leadWords } from "./words";

/** What is known of somebody, to be corrected. */
export function LeadForm(props: { lead: Lead; tag: string | undefined; close: () => void }) {
  const { lead, close } = props;
  const words = useWords(leadWords);
  const ui = useWords(uiWords);
  const resource = useLeadResource()(lead.id);
  const { form, submit } = useEdit({
    name: "lead",
    resource,
    read: { value: detailsOf(lead), tag: props.tag },
    values: ({ name, phone, email, intent, fields }: LeadDetails) => ({
      name: name ?? "",
      phone,
      email: email ?? "",
      intent: intent ?? "",
      fields,
    }),
    patch: (values) => ({
      name: values.name.trim() || null,
      phone: dialled(values.phone),
      email: values.email.trim() || null,
      intent: values.intent.trim() || null,
      fields: Object.fromEntries(
        Object.entries(values.fields).map(([key, { value }]) => [key, { value: value.trim() }]),
      ),
    }),
    then: close,
  });
  useUnsavedGuard(form.isDirty());

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <PartTitle>{words.details}</PartTitle>
        <FormProblem problem={form.problem} />
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
            {ui.save}
          </Button>
          <Button variant="default" onClick={close}>
            {ui.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
