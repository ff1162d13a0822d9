import { Button, Chip, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { businessQueries } from "@/business/queries";
import { useBusiness, type Business } from "@/business/resource";
import { useWords } from "@/i18n/catalogue";
import { useEdit } from "@/ui/edit";
import { FormProblem } from "@/ui/form-problem";
import { ErrorState, SkeletonList } from "@/ui/states";
import type { Versioned } from "@/ui/versioned";
import { PRESETS, preset, type Preset } from "./presets";
import { useSaySetup } from "./queries";
import { setupWords } from "./words";

/** What the business is called and does, and when it is open. */
export function BusinessStep(props: { goOn: () => void; skip: ReactNode }) {
  const { data, error, refetch } = useQuery(businessQueries.edited());
  if (data === undefined) {
    return error === null ? (
      <SkeletonList rows={1} rowHeight={240} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  return <Form {...props} read={data} />;
}

const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

function Form(props: { read: Versioned<Business>; goOn: () => void; skip: ReactNode }) {
  const words = useWords(setupWords);
  const say = useSaySetup();
  const hoursLabel = useId();
  const { form, submit } = useEdit({
    name: "business-step",
    resource: useBusiness(),
    read: props.read,
    values: ({ name, about, hours }: Business) => ({
      name,
      about: about ?? "",
      hours: preset(hours) ?? ("own" as const),
    }),
    patch: ({ name, about, hours }) => ({
      name: name.trim(),
      about: about.trim() || null,
      ...(hours !== "own" && { hours: PRESETS[hours] }),
    }),
    then: async () => {
      await say.mutateAsync({ step: "business", state: "done" });
      props.goOn();
    },
  });
  const own = preset(props.read.value.hours) === undefined;
  const choices = own ? (["own", ...PRESET_NAMES] as const) : PRESET_NAMES;
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput label={words.name} {...form.getInputProps("name")} />
        <Textarea
          label={words.what}
          description={words.whatHint}
          autosize
          minRows={2}
          {...form.getInputProps("about")}
        />
        <Stack gap={6}>
          <Text fw={500} size="sm" id={hoursLabel}>
            {words.hours}
          </Text>
          <Chip.Group {...form.getInputProps("hours")}>
            <Group gap={6} role="radiogroup" aria-labelledby={hoursLabel}>
              {choices.map((name) => (
                <Chip key={name} value={name} size="sm" variant="light">
                  {words[name]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Text size="sm" c="dimmed">
            {words.hoursHint}
          </Text>
        </Stack>
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={form.busy}>
            {words.saveGoOn}
          </Button>
          {props.skip}
        </Group>
      </Stack>
    </form>
  );
}
