import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
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
      disclosure,
      greeting_voice,
      greeting_interruptible,
    }: Receptionist) => ({
      name,
      greeting,
      disclosure: disclosure ?? "",
      greeting_voice: greeting_voice ?? "",
      greeting_interruptible,
    }),
    patch: ({ disclosure, greeting_voice, ...rest }) => ({
      ...rest,
      disclosure: orNothing(disclosure),
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
        label={words.disclosure}
        description={words.disclosureHint}
        autosize
        minRows={1}
        maxRows={8}
        {...form.getInputProps("disclosure")}
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
        {intake.map((_, i) => (
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
        onClick={() => form.insertListItem("intake", { key: "", question: "", required: true })}
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
