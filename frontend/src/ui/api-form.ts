import { useForm, type UseFormInput, type UseFormReturnType } from "@mantine/form";
import { useState, type SyntheticEvent } from "react";
import { ApiProblem } from "@/api/problem";
import { useReason } from "./states";

export interface ApiForm<Values extends Record<string, unknown>> extends UseFormReturnType<Values> {
  /** Sends the values; use as `<form onSubmit={form.send(async (values) => …)}>`. */
  send: (
    save: (values: Values) => Promise<unknown>,
  ) => (event?: SyntheticEvent<HTMLFormElement>) => void;
  busy: boolean;
  /** What the service refused and no field can show. */
  problem: string | undefined;
}

/**
 * A form whose fields are named like the API's, so that what the service says about `/hours/monday/0/opens` stands at
 * the field `hours.monday.0.opens`. What it says about anything else is `problem`.
 */
export function useApiForm<Values extends Record<string, unknown>>(
  input: UseFormInput<Values>,
): ApiForm<Values> {
  const form = useForm<Values>(input);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const reason = useReason();

  const refused = (failure: unknown) => {
    if (!(failure instanceof ApiProblem) || failure.errors.length === 0) {
      setProblem(reason(failure));
      return;
    }
    const atFields: Record<string, string> = {};
    const elsewhere: string[] = [];
    for (const { pointer, detail } of failure.errors) {
      const path = fieldPath(pointer);
      if ((path[0] ?? "") in form.getValues()) {
        atFields[path.join(".")] ??= sentence(detail);
      } else {
        elsewhere.push(`${path.join(" ")} ${detail}`.trim());
      }
    }
    form.setErrors(atFields);
    setProblem(elsewhere.length > 0 ? elsewhere.map(sentence).join(" ") : undefined);
    const first = Object.keys(atFields)[0];
    if (first !== undefined) {
      form.getInputNode(first)?.focus();
    }
  };

  const send: ApiForm<Values>["send"] = (save) =>
    form.onSubmit((values) => {
      setBusy(true);
      setProblem(undefined);
      save(values)
        .catch(refused)
        .finally(() => {
          setBusy(false);
        });
    });

  return { ...form, send, busy, problem };
}

/** A JSON pointer's steps. */
export function fieldPath(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
