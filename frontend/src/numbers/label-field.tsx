import { Stack, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import { FormProblem } from "@/ui/form-problem";
import { SavedAsYouGo } from "@/ui/section";
import type { PhoneNumber } from "./queries";
import { useNumberResource, type NumberUse } from "./resource";
import { numberWords } from "./words";

/** What the business calls a number: saved as one goes; what is not saved yet is taken back by Escape. */
export function LabelField({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const edit = useSaveAsYouGo({
    name: "number-label",
    resource: useNumberResource(number.id),
    read: { value: number, tag: undefined },
    values: ({ label }: NumberUse) => ({ label: label ?? "" }),
    patch: ({ label }) => ({ label: label.trim() || null }),
  });
  return (
    <form {...edit.around}>
      <Stack gap="xs">
        <TextInput
          label={words.label}
          placeholder={words.labelExample}
          {...edit.form.getInputProps("label")}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              edit.discard();
            }
          }}
        />
        <FormProblem problem={edit.form.problem} />
        <SavedAsYouGo {...edit} />
      </Stack>
    </form>
  );
}
