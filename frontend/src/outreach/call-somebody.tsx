import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { dialled } from "@/ui/dialled";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { useZone } from "@/ui/zone";
import { momentAt } from "@/ui/zoned";
import { outreachQueries, SCRIPT_TYPES } from "./queries";
import { outreachWords } from "./words";

/** Has the receptionist call somebody, now or at a time by the business's own clock. */
export function CallSomebody({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords(outreachWords);
  const common = useWords(uiWords);
  const toast = useToast();
  const queries = useQueryClient();
  const zone = useZone();
  const form = useApiForm({
    name: "call-somebody",
    initialValues: { to: "", purpose: "", script_type: "default", message: "", at: "" },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.call}
      closeButtonProps={{ "aria-label": common.close }}
    >
      <form
        noValidate
        onSubmit={form.send(async ({ to, purpose, script_type, message, at }) => {
          await body(
            api.POST("/api/v1/outbound-calls", {
              body: {
                to: dialled(to),
                purpose: purpose.trim(),
                script_type: SCRIPT_TYPES.find((type) => type === script_type) ?? "default",
                message: message.trim() || null,
                at: moment(at, zone),
              },
            }),
          );
          await queries.invalidateQueries({ queryKey: outreachQueries.all });
          form.reset();
          close();
          toast.done(at === "" ? words.placed : words.planned);
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <TextInput
            label={words.to}
            description={words.toHint}
            type="tel"
            required
            data-autofocus
            {...form.getInputProps("to")}
          />
          <Textarea
            label={words.purpose}
            description={words.purposeHint}
            autosize
            minRows={2}
            required
            {...form.getInputProps("purpose")}
          />
          <Select
            label={words.kind}
            data={SCRIPT_TYPES.map((value) => ({ value, label: words[`kind_${value}`] }))}
            allowDeselect={false}
            {...form.getInputProps("script_type")}
          />
          <Textarea
            label={words.message}
            description={words.messageHint}
            autosize
            minRows={1}
            {...form.getInputProps("message")}
          />
          <TextInput
            type="datetime-local"
            label={words.at}
            description={words.atHint(zone)}
            {...form.getInputProps("at")}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={form.busy}>
              {words.call}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The moment at which the clock of `zone` reads what was chosen; null where nothing was. */
function moment(chosen: string, zone: string): string | null {
  const [day = "", time = ""] = chosen.split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return time === "" ? null : momentAt(day, hours * 60 + minutes, zone).toISOString();
}
