import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useId, useState, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useApiForm, type ApiForm } from "./api-form";
import { FormProblem } from "./form-problem";
import { useToast } from "./toast";
import { useUnsavedGuard } from "./unsaved";
import { same, StillEditing, type Versioned } from "./versioned";
import { uiWords } from "./words";

/** A part of a resource that is edited and saved by itself. */
export interface SectionOf<T, Values extends Record<string, unknown>> {
  read: Versioned<T>;
  /** What the fields show of the resource. */
  values: (of: T) => Values;
  /** What the fields make of it. */
  patch: (values: Values) => Partial<T>;
  save: (base: Partial<T>, mine: Partial<T>, tag: string | undefined) => Promise<Versioned<T>>;
}

/** The form of one part of a resource, which remembers what it was opened with. */
export function useSection<T, Values extends Record<string, unknown>>(of: SectionOf<T, Values>) {
  const [opened, setOpened] = useState(of.read);
  const form = useApiForm<Values>({ initialValues: of.values(opened.value) });
  const toast = useToast();
  const submit = form.send(async (values) => {
    try {
      const base = of.patch(of.values(opened.value));
      const saved = await of.save(base, changes(base, of.patch(values)), opened.tag);
      setOpened(saved);
      form.setInitialValues(of.values(saved.value));
      form.setValues(of.values(saved.value));
      form.resetDirty(of.values(saved.value));
      toast.saved();
    } catch (failure) {
      if (!(failure instanceof StillEditing)) {
        throw failure;
      }
    }
  });
  return { form, submit };
}

/** Of `mine`, what is not as in `base`: saving does not take back what others changed beside it. */
function changes<T>(base: Partial<T>, mine: Partial<T>): Partial<T> {
  const fields = Object.keys(mine) as (keyof T)[];
  return Object.fromEntries(
    fields.filter((field) => !same(mine[field], base[field])).map((field) => [field, mine[field]]),
  ) as Partial<T>;
}

/** A card with a form in it, and buttons that save or discard once there is something to. */
export function Section<Values extends Record<string, unknown>>(props: {
  title: string;
  about?: ReactNode;
  form: ApiForm<Values>;
  submit: ReturnType<ApiForm<Values>["send"]>;
  children: ReactNode;
}) {
  const words = useWords(uiWords);
  const { form } = props;
  const id = useId();
  const dirty = form.isDirty();
  useUnsavedGuard(dirty);
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <form onSubmit={props.submit} noValidate>
        <Stack gap="sm">
          <div>
            <Title order={2} size="h3" id={id}>
              {props.title}
            </Title>
            {props.about !== undefined && <Text c="dimmed">{props.about}</Text>}
          </div>
          <FormProblem problem={form.problem} />
          {props.children}
          <Group gap="xs" mt="xs">
            <Button type="submit" disabled={!dirty} loading={form.busy}>
              {words.save}
            </Button>
            {dirty && (
              <Button variant="subtle" onClick={() => form.reset()}>
                {words.discard}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
