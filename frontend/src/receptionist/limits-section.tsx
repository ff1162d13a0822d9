import { NumberInput } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import type { Receptionist } from "./queries";
import { receptionistWords } from "./words";

const MICROS = 1_000_000;
/** In which models are paid. */
const CURRENCY = "USD";

/** How much a call may take. */
export function LimitsSection({
  read,
  resource,
}: Pick<EditOf<Receptionist, never>, "read" | "resource">) {
  const words = useWords(receptionistWords);
  const edit = useSaveAsYouGo({
    name: "receptionist-limits",
    read,
    resource,
    values: ({ limits }: Receptionist) => ({
      limits: {
        minutes: limits.minutes,
        spend: limits.spend == null ? "" : limits.spend.amount_micros / MICROS,
      },
    }),
    patch: ({ limits: { minutes, spend } }) => ({
      limits: {
        minutes,
        spend:
          spend === ""
            ? null
            : { amount_micros: Math.round(Number(spend) * MICROS), currency: CURRENCY },
      },
    }),
  });
  const { form } = edit;
  return (
    <Section title={words.limits} about={words.limitsAbout} edit={edit}>
      <NumberInput
        label={words.limitMinutes}
        min={2}
        max={120}
        clampBehavior="none"
        {...form.getInputProps("limits.minutes")}
      />
      <NumberInput
        label={words.limitSpend}
        description={words.limitSpendHint}
        min={0}
        decimalScale={2}
        prefix="$ "
        clampBehavior="none"
        {...form.getInputProps("limits.spend")}
      />
    </Section>
  );
}
