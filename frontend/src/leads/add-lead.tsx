import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { dialled } from "@/ui/dialled";
import { leadQueries } from "./queries";
import { leadWords } from "./words";

/** Somebody who came another way than by telephone. */
export function AddLead({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords(leadWords);
  const common = useWords(uiWords);
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useApiForm({
    name: "add-lead",
    initialValues: { name: "", phone: "", email: "", intent: "" },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.add}
      closeButtonProps={{ "aria-label": common.close }}
    >
      <form
        noValidate
        onSubmit={form.send(async ({ name, phone, email, intent }) => {
          const lead = await body(
            api.POST("/api/v1/leads", {
              body: {
                phone: dialled(phone),
                name: name.trim() || null,
                email: email.trim() || null,
                intent: intent.trim() || null,
              },
            }),
          );
          await queries.invalidateQueries({ queryKey: leadQueries.all });
          form.reset();
          close();
          toast.done(words.added);
          await navigate({ to: "/leads/$leadId", params: { leadId: lead.id } });
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <TextInput label={words.fullName} data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label={words.phone}
            description={words.phoneHint}
            type="tel"
            required
            {...form.getInputProps("phone")}
          />
          <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
          <Textarea label={words.wants} autosize minRows={2} {...form.getInputProps("intent")} />
          <Group justify="flex-end">
            <Button type="submit" loading={form.busy}>
              {words.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
