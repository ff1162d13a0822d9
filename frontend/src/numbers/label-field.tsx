import { TextInput } from "@mantine/core";
import { useState } from "react";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { useNumberActions, type PhoneNumber } from "./queries";
import { numberWords } from "./words";

/** What the business calls a number: saved when it is left, taken back by Escape. */
export function LabelField({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const toast = useToast();
  const { change } = useNumberActions();
  const saved = number.label ?? "";
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();

  const save = () => {
    const label = typed?.trim();
    if (label === undefined || label === saved) {
      setTyped(undefined);
      return;
    }
    change.mutate(
      { id: number.id, label: label === "" ? null : label },
      {
        onSuccess: () => {
          setTyped(undefined);
          setError(undefined);
          toast.saved();
        },
        onError: (failure) => {
          const detail = failure instanceof ApiProblem ? failure.errors[0]?.detail : undefined;
          if (detail === undefined) {
            toast.failed(failure);
          } else {
            setError(detail);
          }
        },
      },
    );
  };
  return (
    <TextInput
      label={words.label}
      placeholder={words.labelExample}
      value={typed ?? saved}
      error={error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.currentTarget.blur();
        } else if (event.key === "Escape") {
          setTyped(undefined);
          setError(undefined);
        }
      }}
    />
  );
}
