import { useState } from "react";
import { useApiForm } from "./api-form";
import { useToast } from "./toast";
import { changes, same, useVersionedSave, type Resource, type Versioned } from "./versioned";

/** What of a resource is edited in one form, and saved by itself. */
export interface EditOf<T, Values extends Record<string, unknown>> {
  /** The form's. */
  name: string;
  resource: Resource<T>;
  read: Versioned<T>;
  /** What the fields show of the resource; `now` is what they show at present, where that is to be kept besides. */
  values: (of: T, now?: Values) => Values;
  /** What the fields make of it. */
  patch: (values: Values) => Partial<T>;
  /** What follows when it is saved. */
  then?: () => unknown;
}

/** The form of what is edited. What others save meanwhile is seen as long as nothing is changed here. */
export function useEdit<T extends object, Values extends Record<string, unknown>>(
  of: EditOf<T, Values>,
) {
  const [opened, setOpened] = useState(of.read);
  const [seen, setSeen] = useState(of.read.value);
  const form = useApiForm<Values>({ name: of.name, initialValues: of.values(of.read.value) });
  const save = useVersionedSave();
  const toast = useToast();

  const show = (read: Versioned<T>) => {
    const values = of.values(read.value);
    setOpened(read);
    form.setInitialValues(values);
    form.setValues(values);
    form.resetDirty(values);
  };
  if (!same(of.read.value, seen)) {
    setSeen(of.read.value);
    if (!form.isDirty()) {
      show(of.read);
    }
  }

  const submit = form.send(async (values) => {
    const base = of.patch(of.values(opened.value));
    const mine = changes(base, of.patch(values));
    if (Object.keys(mine).length > 0) {
      show(await save(of.resource, base, mine, opened.tag));
      toast.saved();
    }
    await of.then?.();
  });
  return { form, submit };
}
