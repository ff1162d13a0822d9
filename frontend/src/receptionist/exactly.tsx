import { Button, Collapse, NativeSelect, NumberInput, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId, useState, type ComponentProps } from "react";
import { useWords } from "@/i18n/catalogue";
import type { Listening } from "./listening";
import { receptionistWords } from "./words";

const EAGERNESS: Listening["eagerness"][] = ["auto", "low", "medium", "high"];

/** The numbers behind the plain words. */
export function Exactly(props: {
  /** Whether one of these fields was refused: then they are shown. */
  refused: boolean;
  bySense: boolean;
  /** Whether the model can take noise away. */
  noiseReduction: boolean;
  /** The models that write down what callers say. */
  writers: ComponentProps<typeof NativeSelect>["data"];
  field: (name: keyof Listening) => object;
}) {
  const words = useWords(receptionistWords);
  const id = useId();
  const [open, setOpen] = useState(false);
  const shown = open || props.refused;
  const Chevron = shown ? IconChevronUp : IconChevronDown;
  return (
    <>
      <Button
        variant="subtle"
        style={{ alignSelf: "flex-start" }}
        rightSection={<Chevron size={16} stroke={1.5} aria-hidden />}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setOpen(!shown)}
      >
        {words.exactly}
      </Button>
      <Collapse expanded={shown} id={id}>
        <Stack gap="sm">
          {props.bySense ? (
            <NativeSelect
              label={words.eagerness}
              data={EAGERNESS.map((value) => ({ value, label: words[`eager_${value}`] }))}
              {...props.field("eagerness")}
            />
          ) : (
            <>
              <NumberInput
                label={words.silenceMs}
                min={100}
                max={5000}
                step={50}
                clampBehavior="none"
                {...props.field("silence_ms")}
              />
              <NumberInput
                label={words.threshold}
                description={words.thresholdHint}
                min={0}
                max={1}
                step={0.05}
                clampBehavior="none"
                {...props.field("threshold")}
              />
              <NumberInput
                label={words.prefixMs}
                min={0}
                max={2000}
                step={50}
                clampBehavior="none"
                {...props.field("prefix_ms")}
              />
            </>
          )}
          <NumberInput
            label={words.minSpeech}
            description={words.minSpeechHint}
            min={0}
            max={3000}
            step={50}
            clampBehavior="none"
            {...props.field("min_speech_ms")}
          />
          <NativeSelect
            label={words.noise}
            disabled={!props.noiseReduction}
            data={[
              { value: "", label: words.noiseNone },
              { value: "near_field", label: words.noiseNear },
              { value: "far_field", label: words.noiseFar },
            ]}
            {...props.field("noise_reduction")}
          />
          <NativeSelect
            label={words.writer}
            data={props.writers}
            {...props.field("transcription_model")}
          />
        </Stack>
      </Collapse>
    </>
  );
}
