import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { teamQueries, type Role } from "./queries";
import { RoleSelect } from "./role-select";
import { teamWords } from "./words";

/** Asks somebody to work here, by mail. */
export function Invite(props: { mine: Role; opened: boolean; close: () => void }) {
  const words = useWords(teamWords);
  const common = useWords(uiWords);
  const toast = useToast();
  const queries = useQueryClient();
  const form = useApiForm({
    name: "invite",
    initialValues: { email: "", role: "member" as Role },
    validate: { email: (email) => (email.trim() === "" ? words.emailMissing : null) },
  });
  const { role } = form.getValues();
  return (
    <Modal
      opened={props.opened}
      onClose={props.close}
      title={words.invite}
      closeButtonProps={{ "aria-label": common.close }}
    >
      <form
        noValidate
        onSubmit={form.send(async (values) => {
          const email = values.email.trim();
          await body(api.POST("/api/v1/team/invitations", { body: { ...values, email } }));
          await queries.invalidateQueries({ queryKey: teamQueries.all });
          form.reset();
          props.close();
          toast.done(words.invited(email));
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <TextInput
            label={words.email}
            type="email"
            data-autofocus
            {...form.getInputProps("email")}
          />
          <RoleSelect
            label={words.role}
            description={words[`${role}About`]}
            mine={props.mine}
            {...form.getInputProps("role")}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={form.busy}>
              {words.sendInvitation}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
