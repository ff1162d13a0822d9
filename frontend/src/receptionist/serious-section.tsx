import { ActionIcon, Button, Group, NativeSelect, Stack, TagsInput, Textarea } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { letterWords } from "./letter-words";
import type { Receptionist } from "./queries";
import { seriousWords } from "./serious-words";

type Escalation = Receptionist["escalation"];

/** What is done at once when callers say certain words. */
export function SeriousSection({
  read,
  resource,
}: Pick<EditOf<Receptionist, never>, "read" | "resource">) {
  const words = useWords(seriousWords);
  const title = useWords(letterWords).serious;
  const edit = useSaveAsYouGo({
    name: "receptionist-serious",
    read,
    resource,
    values: ({ escalation }: Receptionist, now?: { escalation: Texts }) => ({
      escalation: withTexts(escalation, now?.escalation.rules.filter(isBlank) ?? []),
    }),
    patch: ({ escalation }) => ({ escalation: withoutBlanks(escalation) }),
  });
  const { form } = edit;
  const { rules } = form.getValues().escalation;
  const people = [
    { value: "", label: words.nobody },
    ...read.value.transfer_targets.map(({ name }) => ({ value: name, label: name })),
  ];
  const text = (label: string, field: string, description?: string) => (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={1}
      maxRows={6}
      {...form.getInputProps(field)}
    />
  );
  return (
    <Section title={title} about={words.about} edit={edit}>
      <TagsInput
        label={words.emergencyWords}
        description={words.wordsHint}
        {...form.getInputProps("escalation.emergency.words")}
      />
      {text(words.emergencyText, "escalation.emergency.text")}
      <NativeSelect
        label={words.emergencyTarget}
        description={words.emergencyTargetHint}
        data={[{ value: "", label: words.anybody }, ...people.slice(1)]}
        {...form.getInputProps("escalation.emergency.target")}
      />
      {text(words.medicalText, "escalation.medical_text", words.usualHint)}
      {text(words.selfHarmText, "escalation.self_harm_text", words.usualHint)}
      <NativeSelect
        label={words.anger}
        data={[0, 1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: words.angerAfter(n) }))}
        {...form.getInputProps("escalation.anger.after")}
      />
      <NativeSelect
        label={words.angerTarget}
        data={[{ value: "", label: words.callBack }, ...people.slice(1)]}
        {...form.getInputProps("escalation.anger.target")}
      />
      <Stack gap="md">
        {rules.map((_, i) => (
          <Stack key={i} gap={6}>
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TagsInput
                flex={1}
                label={words.ruleWords(i + 1)}
                {...form.getInputProps(`escalation.rules.${i}.words`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={words.removeRule(i + 1)}
                onClick={() => form.removeListItem("escalation.rules", i)}
              >
                <IconTrash size={16} stroke={1.5} />
              </ActionIcon>
            </Group>
            {text(words.ruleText(i + 1), `escalation.rules.${i}.text`)}
            <NativeSelect
              label={words.ruleTarget(i + 1)}
              data={people}
              {...form.getInputProps(`escalation.rules.${i}.target`)}
            />
          </Stack>
        ))}
      </Stack>
      <Button
        variant="default"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
        onClick={() => form.insertListItem("escalation.rules", { words: [], text: "", target: "" })}
      >
        {words.addRule}
      </Button>
    </Section>
  );
}

/** As the form has it: what is not there is an empty text. */
interface Texts {
  emergency: { words: string[]; text: string; target: string };
  medical_text: string;
  self_harm_text: string;
  anger: { after: string; target: string };
  rules: { words: string[]; text: string; target: string }[];
}

function withTexts(
  { emergency, medical_text, self_harm_text, anger, rules }: Escalation,
  blank: Texts["rules"],
): Texts {
  return {
    emergency: {
      words: emergency.words,
      text: emergency.text ?? "",
      target: emergency.target ?? "",
    },
    medical_text: medical_text ?? "",
    self_harm_text: self_harm_text ?? "",
    anger: { after: String(anger.after), target: anger.target ?? "" },
    rules: [
      ...rules.map(({ words, text, target }) => ({
        words,
        text: text ?? "",
        target: target ?? "",
      })),
      ...blank,
    ],
  };
}

function withoutBlanks(of: Texts): Escalation {
  return {
    emergency: {
      words: of.emergency.words,
      text: orNothing(of.emergency.text),
      target: orNothing(of.emergency.target),
    },
    medical_text: orNothing(of.medical_text),
    self_harm_text: orNothing(of.self_harm_text),
    anger: { after: Number(of.anger.after), target: orNothing(of.anger.target) },
    rules: of.rules
      .filter((rule) => !isBlank(rule))
      .map(({ words, text, target }) => ({
        words,
        text: orNothing(text),
        target: orNothing(target),
      })),
  };
}

/** A rule that was only just added is not saved yet. */
function isBlank({ words }: Texts["rules"][number]): boolean {
  return words.length === 0;
}

function orNothing(text: string): string | null {
  return text.trim() === "" ? null : text;
}
