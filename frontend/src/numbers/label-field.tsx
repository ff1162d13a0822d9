import { TextInput } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useEdit } from "@/ui/edit";
import { FormProblem } from "@/ui/form-problem";
import type { PhoneNumber } from "./queries";
import { useNumberResource, type NumberUse } from "./resource";
import { numberWords } from "./words";

/** What the business calls a number: saved when it is left, taken back by Escape. */
export function LabelField({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const { form, submit } = useEdit({
    name: "number-label",
    resource: useNumberResource(number.id),
    read: { value: number, tag: undefined },
    values: ({ label }: NumberUse) => ({ label: label ?? "" }),
    patch: ({ label }) => ({ label: label.trim() || null }),
  });
  return (
    <form noValidate onSubmit={submit}>
      <TextInput
        label={words.label}
        placeholder={words.labelExample}
        {...form.getInputProps("label")}
        onBlur={() => {
          if (form.isDirty() && !form.busy) {
            submit();
          }
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            form.reset();
          }
        }}
      />
      <FormProblem problem={form.problem} />
    </form>
  );
}
