import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { named } from "./draft";
import { HearGreeting } from "./hear-greeting";
import { modelQueries } from "./models";
import type { Receptionist } from "./queries";
import { receptionistWords } from "./words";

type Props = Pick<EditOf<Receptionist, never>, "read" | "resource">;

const JURISDICTIONS = ["us", "california", "canada", "eu", "uk", "other"] as const;

/** What is said before the caller's first word. */
export function OpeningSection({ read, resource }: Props) {
  const words = useWords(receptionistWords);
  const { data: voices = [] } = useQuery(modelQueries.greetingVoices());
  const edit = useSaveAsYouGo({
    name: "receptionist-opening",
    read,
    resource,
    values: ({
      name,
      greeting,
      greetings,
      disclosure,
      jurisdiction,
      greeting_voice,
      greeting_interruptible,
    }: Receptionist) => ({
      name,
      greeting,
      greetings: { closed: greetings.closed ?? "", holiday: greetings.holiday ?? "" },
      disclosure: disclosure ?? "",
      jurisdiction: jurisdiction ?? "",
      greeting_voice: greeting_voice ?? "",
      greeting_interruptible,
    }),
    patch: ({ greetings, disclosure, jurisdiction, greeting_voice, ...rest }) => ({
      ...rest,
      greetings: { closed: orNothing(greetings.closed), holiday: orNothing(greetings.holiday) },
      disclosure: orNothing(disclosure),
      jurisdiction: (jurisdiction || null) as Receptionist["jurisdiction"],
      greeting_voice: orNothing(greeting_voice),
    }),
  });
  const { form } = edit;
  const { greeting_voice: chosen } = form.getValues();
  const known = voices.some(({ id }) => id === chosen);
  return (
    <Section title={words.opening} about={words.openingAbout} edit={edit}>
      <TextInput label={words.persona} {...form.getInputProps("name")} />
      <Textarea
        label={words.greeting}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("greeting")}
      />
      <Textarea
        label={words.closedGreeting}
        description={words.closedGreetingHint}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("greetings.closed")}
      />
      <Textarea
        label={words.holidayGreeting}
        description={words.holidayGreetingHint}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps("greetings.holiday")}
      />
      <Textarea
        label={words.disclosure}
        description={words.disclosureHint}
        autosize
        minRows={1}
        maxRows={8}
        {...form.getInputProps("disclosure")}
      />
      <NativeSelect
        label={words.jurisdiction}
        description={words.jurisdictionHint}
        data={[
          { value: "", label: words.law_own },
          ...JURISDICTIONS.map((value) => ({ value, label: words[`law_${value}`] })),
        ]}
        {...form.getInputProps("jurisdiction")}
      />
      {(voices.length > 0 || chosen !== "") && (
        <NativeSelect
          label={words.greetingVoice}
          description={words.greetingVoiceHint}
          data={[
            { value: "", label: words.ownVoice },
            ...voices.map(({ id, name }) => ({ value: id, label: name })),
            ...(chosen === "" || known ? [] : [{ value: chosen, label: chosen }]),
          ]}
          {...form.getInputProps("greeting_voice")}
        />
      )}
      <Checkbox
        label={words.interruptible}
        description={words.interruptibleHint}
        {...form.getInputProps("greeting_interruptible", { type: "checkbox" })}
      />
      {read.value.published_version != null && <HearGreeting id={read.value.id} />}
    </Section>
  );
}

/** How calls are handled. */
export function DutySection({ read, resource }: Props) {
  const words = useWords(receptionistWords);
  const edit = useSaveAsYouGo({
    name: "receptionist-duty",
    read,
    resource,
    values: ({ instructions, after_hours }: Receptionist) => ({
      instructions,
      after_hours: after_hours ?? "",
    }),
    patch: ({ instructions, after_hours }) => ({
      instructions,
      after_hours: orNothing(after_hours),
    }),
  });
  const { form } = edit;
  return (
    <Section title={words.duty} about={words.dutyAbout} edit={edit}>
      <Textarea
        label={words.instructions}
        autosize
        minRows={6}
        maxRows={24}
        {...form.getInputProps("instructions")}
      />
      <Textarea
        label={words.afterHours}
        description={words.afterHoursHint}
        autosize
        minRows={2}
        maxRows={12}
        {...form.getInputProps("after_hours")}
      />
    </Section>
  );
}

const TYPES = ["text", "choice", "money", "date", "address", "phone", "email"] as const;
const ASKED = ["always", "booking", "message"] as const;

const NEW_QUESTION: Receptionist["intake"][number] = {
  key: "",
  question: "",
  required: true,
  type: "text",
  choices: [],
  ask: "always",
};

/** What every caller is asked. */
export function IntakeSection({ read, resource }: Props) {
  const words = useWords(receptionistWords);
  const edit = useSaveAsYouGo({
    name: "receptionist-intake",
    read,
    resource,
    values: ({ intake }: Receptionist, now?: { intake: Receptionist["intake"] }) => ({
      intake: [...intake, ...(now?.intake.filter(isBlank) ?? [])],
    }),
    // A question that was only just added is not saved yet.
    patch: ({ intake }) => ({ intake: named(intake.filter((question) => !isBlank(question))) }),
  });
  const { form } = edit;
  const { intake } = form.getValues();
  return (
    <Section title={words.intake} about={words.intakeAbout} edit={edit}>
      {intake.length === 0 && <Text c="dimmed">{words.noQuestions}</Text>}
      <Stack gap="md">
        {intake.map((question, i) => (
          <Stack key={i} gap={6}>
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TextInput
                flex={1}
                label={words.question(i + 1)}
                {...form.getInputProps(`intake.${i}.question`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={words.removeQuestion(i + 1)}
                onClick={() => form.removeListItem("intake", i)}
              >
                <IconTrash size={16} stroke={1.5} />
              </ActionIcon>
            </Group>
            <Group gap="xs" grow>
              <NativeSelect
                label={words.answerOf(i + 1)}
                data={TYPES.map((value) => ({ value, label: words[`type_${value}`] }))}
                {...form.getInputProps(`intake.${i}.type`)}
              />
              <NativeSelect
                label={words.askedOf(i + 1)}
                data={ASKED.map((value) => ({ value, label: words[`ask_${value}`] }))}
                {...form.getInputProps(`intake.${i}.ask`)}
              />
            </Group>
            {question.type === "choice" && (
              <TagsInput
                label={words.choicesOf(i + 1)}
                description={words.choicesHint}
                {...form.getInputProps(`intake.${i}.choices`)}
              />
            )}
            <Checkbox
              label={words.mustAsk}
              {...form.getInputProps(`intake.${i}.required`, { type: "checkbox" })}
            />
          </Stack>
        ))}
      </Stack>
      <Button
        variant="default"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
        onClick={() => form.insertListItem("intake", NEW_QUESTION)}
      >
        {words.addQuestion}
      </Button>
    </Section>
  );
}

function orNothing(text: string): string | null {
  return text.trim() === "" ? null : text;
}

function isBlank({ key, question }: Receptionist["intake"][number]): boolean {
  return key === "" && question === "";
}
