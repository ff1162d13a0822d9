import { Group, NativeSelect, NumberInput, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { EngineChoice } from "./engine-choice";
import { Exactly } from "./exactly";
import { PATIENCES, patienceOf, withPatience, type Listening, type Patience } from "./listening";
import { modelQueries, ofKind, type Model } from "./models";
import { HearGreeting } from "./hear-greeting";
import type { Receptionist } from "./queries";
import { useModelOptions } from "./use-model-options";
import { receptionistWords } from "./words";

type Props = Pick<EditOf<Receptionist, never>, "read" | "resource">;

const TONES = ["warm", "businesslike", "cheerful", "calm"] as const;
const PACES = ["brisk", "usual", "slow"] as const;

/** How it listens and speaks: in plain words, and exactly for whoever wants to know. */
export function VoiceSection({ read, resource }: Props) {
  const words = useWords(receptionistWords);
  const { data: models = [] } = useQuery(modelQueries.all());
  const options = useModelOptions(models);
  const edit = useSaveAsYouGo({
    name: "receptionist-voice",
    read,
    resource,
    values: ({
      manner,
      engine,
      chat_model,
      model,
      voice,
      speed,
      languages,
      listening,
    }: Receptionist) => ({
      manner,
      engine,
      chat_model: chat_model ?? "",
      model: model ?? "",
      voice,
      speed,
      languages,
      listening: {
        ...listening,
        noise_reduction: listening.noise_reduction ?? "",
        transcription_model: listening.transcription_model ?? "",
      },
    }),
    patch: ({ chat_model, model, listening, ...rest }) => ({
      ...rest,
      chat_model: chat_model === "" ? null : chat_model,
      model: model === "" ? null : model,
      listening: {
        ...listening,
        noise_reduction: (listening.noise_reduction || null) as Listening["noise_reduction"],
        transcription_model: listening.transcription_model || null,
      },
    }),
  });
  const { form } = edit;
  const { engine, chat_model, model, voice, listening } = form.getValues();
  const chosen = ofKind(models, "speech_to_speech").find(({ name, is_default }) =>
    model === "" ? is_default : name === model,
  );
  const can = (capability: Model["capabilities"][number]) =>
    chosen?.capabilities.includes(capability) ?? true;
  return (
    <Section title={words.voice} about={words.voiceAbout} edit={edit}>
      <Group gap="sm" grow>
        <NativeSelect
          label={words.tone}
          data={TONES.map((value) => ({ value, label: words[`tone_${value}`] }))}
          {...form.getInputProps("manner.tone")}
        />
        <NativeSelect
          label={words.pace}
          data={PACES.map((value) => ({ value, label: words[`pace_${value}`] }))}
          {...form.getInputProps("manner.pace")}
        />
      </Group>
      <EngineChoice
        engine={engine}
        chatModels={options("chat", chat_model)}
        field={(name) => form.getInputProps(name)}
      />
      <NativeSelect
        label={words.voiceName}
        data={[...new Set([voice, ...(chosen?.voices ?? [])])].sort()}
        {...form.getInputProps("voice")}
      />
      <HearGreeting
        id={read.value.id}
        version="draft"
        voice={voice}
        label={words.hearVoice(voice)}
      />
      <NumberInput
        label={words.speed}
        description={words.speedHint}
        min={0.25}
        max={1.5}
        step={0.05}
        clampBehavior="none"
        disabled={!can("speed")}
        {...form.getInputProps("speed")}
      />
      <TagsInput
        label={words.languages}
        description={words.languagesHint}
        {...form.getInputProps("languages")}
      />
      <NativeSelect
        label={words.patience}
        description={words.patienceHint}
        data={PATIENCES.filter((one) => one !== "sense" || can("semantic_vad")).map((value) => ({
          value,
          label: words[value],
        }))}
        value={patienceOf(listening)}
        onChange={({ currentTarget: { value } }) =>
          form.setFieldValue("listening", (now) => withPatience(now, value as Patience))
        }
      />
      <NativeSelect
        label={words.model}
        description={words.modelHint}
        data={options("speech_to_speech", model)}
        {...form.getInputProps("model")}
      />
      <Exactly
        refused={Object.keys(form.errors).some((field) => field.startsWith("listening."))}
        bySense={listening.turn_detection === "sense"}
        noiseReduction={can("noise_reduction")}
        writers={options("transcription", listening.transcription_model)}
        field={(name) => form.getInputProps(`listening.${name}`)}
      />
    </Section>
  );
}
