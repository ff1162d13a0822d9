import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { engineWords } from "./engine-words";
import type { Receptionist } from "./queries";

interface Props {
  engine: Receptionist["engine"];
  chatModels: NativeSelectProps["data"];
  field: (name: "engine" | "chat_model") => object;
}

/** In the order in which one goes on where another fails. */
const ENGINES = ["realtime", "turn_based", "scripted", "voicemail"] as const;

/** What speaks for the receptionist. */
export function EngineChoice({ engine, chatModels, field }: Props) {
  const words = useWords(engineWords);
  return (
    <>
      <NativeSelect
        label={words.engine}
        description={words[`${engine}_about`]}
        data={ENGINES.map((value) => ({ value, label: words[value] }))}
        {...field("engine")}
      />
      {engine === "turn_based" && (
        <NativeSelect
          label={words.chatModel}
          description={words.chatModelHint}
          data={chatModels}
          {...field("chat_model")}
        />
      )}
    </>
  );
}
