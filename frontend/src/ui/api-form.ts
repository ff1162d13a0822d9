import { useForm, type UseFormInput, type UseFormReturnType } from "@mantine/form";
import { useId, useState, type SyntheticEvent } from "react";
import { ApiProblem } from "@/api/problem";
import { useReason } from "./states";
import { StillEditing } from "./versioned";

export interface ApiForm<Values extends Record<string, unknown>> extends UseFormReturnType<Values> {
  /** Sends the values; use as `<form onSubmit={form.send(async (values) => …)}>`. */
  send: (
    save: (values: Values) => Promise<unknown>,
  ) => (event?: SyntheticEvent<HTMLFormElement>) => void;
  /** Sends the values now, and leaves the focus where it is; whether they were taken. */
  sendNow: (save: (values: Values) => Promise<unknown>) => Promise<boolean>;
  busy: boolean;
  /** What the service refused and no field can show. */
  problem: string | undefined;
}

/**
 * A form whose fields are named like the API's, so that what the service says about `/hours/monday/0/opens` stands at
 * the field `hours.monday.0.opens`. What it says about anything else is `problem`.
 * @param input.name the form's own, as browser/refusals.ts lists it
 */
export function useApiForm<Values extends Record<string, unknown>>(
  input: UseFormInput<Values> & { name: string },
): ApiForm<Values> {
  // The same form may be on a page twice.
  const name = `${input.name}${useId().replaceAll(/\W|_/g, "-")}`;
  const form = useForm<Values>({
    ...input,
    name,
    // Not every input of Mantine's says so by itself.
    enhanceGetInputProps: ({ inputProps }) => ({
      "aria-invalid": Boolean(inputProps.error) || undefined,
    }),
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const reason = useReason();

  const refused = (failure: unknown, focus: boolean) => {
    if (failure instanceof StillEditing) {
      return;
    }
    if (!(failure instanceof ApiProblem) || failure.errors.length === 0) {
      setProblem(reason(failure));
      return;
    }
    const atFields: Record<string, string> = {};
    const elsewhere: string[] = [];
    for (const { pointer, detail } of failure.errors) {
      const path = fieldPath(pointer);
      const field = fieldThatShows(name, path);
      if (field === undefined) {
        elsewhere.push(`${path.join(" ").replaceAll("_", " ")} ${detail}`.trim());
      } else {
        atFields[field] ??= sentence(detail);
      }
    }
    form.setErrors(atFields);
    setProblem(elsewhere.length > 0 ? elsewhere.map(sentence).join(" ") : undefined);
    if (focus) {
      focusFirst(name, Object.keys(atFields));
    }
  };

  const attempt = async (
    save: (values: Values) => Promise<unknown>,
    values: Values,
    focus: boolean,
  ) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await save(values);
      return true;
    } catch (failure) {
      refused(failure, focus);
      return false;
    } finally {
      setBusy(false);
    }
  };

  const send: ApiForm<Values>["send"] = (save) =>
    form.onSubmit(
      (values) => {
        void attempt(save, values, true);
      },
      (errors) => {
        focusFirst(name, Object.keys(errors));
      },
    );

  const sendNow: ApiForm<Values>["sendNow"] = (save) => attempt(save, form.getValues(), false);

  return { ...form, send, sendNow, busy, problem };
}

/** A JSON pointer's steps. */
export function fieldPath(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The field that a person finds what is said about `path` at: that itself, the first in it, or the nearest around it. */
function fieldThatShows(form: string, path: string[]): string | undefined {
  const all = fields(form).map((field) => field.path);
  for (let length = path.length; length > 0; length--) {
    const wanted = path.slice(0, length).join(".");
    const found =
      all.find((field) => field === wanted) ?? all.find((field) => field.startsWith(`${wanted}.`));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function focusFirst(form: string, paths: string[]) {
  fields(form)
    .find(({ path }) => paths.includes(path))
    ?.node.focus();
}

/** The fields that are on the page, from top to bottom. */
function fields(form: string) {
  const nodes = document.querySelectorAll<HTMLElement>(`[data-path^="${form}-"]`);
  return [...nodes].map((node) => ({
    path: (node.dataset.path ?? "").slice(form.length + 1),
    node,
  }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
