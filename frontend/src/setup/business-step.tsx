import { Alert, Button, Chip, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { api, bodyAndTag, type Schema } from "@/api/client";
import { businessQueries } from "@/business/queries";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { ErrorState, SkeletonList } from "@/ui/states";
import { PRESETS, preset, type Preset } from "./presets";
import { setupQueries, useSaySetup } from "./queries";
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
  return <Form {...props} business={data.value} tag={data.tag} />;
}

function Form(props: {
  business: Schema<"Business">;
  tag: string | undefined;
  goOn: () => void;
  skip: ReactNode;
}) {
  const { business } = props;
  const words = useWords(setupWords);
  const queries = useQueryClient();
  const say = useSaySetup();
  const hoursLabel = useId();
  const standing: Preset | "own" = preset(business.hours) ?? "own";
  const form = useApiForm({
    initialValues: {
      name: business.name,
      about: business.about ?? "",
      hours: standing,
    },
  });
  const choices = standing === "own" ? (["own", ...PRESET_NAMES] as const) : PRESET_NAMES;
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ name, about, hours }) => {
        const saved = await bodyAndTag(
          api.PATCH("/api/v1/business", {
            params: { header: props.tag === undefined ? {} : { "If-Match": props.tag } },
            body: {
              name: name.trim(),
              about: about.trim() || null,
              ...(hours !== "own" && { hours: PRESETS[hours] }),
            },
          }),
        );
        queries.setQueryData(businessQueries.edited().queryKey, saved);
        queries.setQueryData(businessQueries.profile().queryKey, saved.value);
        await say.mutateAsync({ step: "business", state: "done" });
        await queries.invalidateQueries({ queryKey: setupQueries.all });
        props.goOn();
      })}
    >
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
          {form.errors.hours !== undefined && <Alert color="red">{form.errors.hours}</Alert>}
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

const PRESET_NAMES = Object.keys(PRESETS) as Preset[];
