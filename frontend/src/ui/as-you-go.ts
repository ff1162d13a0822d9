import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type FocusEvent,
  type SyntheticEvent,
} from "react";
import { ServiceUnreachable } from "@/api/problem";
import { service } from "@/api/service";
import { useApiForm } from "./api-form";
import type { EditOf } from "./edit";
import { useUnsavedGuard } from "./unsaved";
import { changes, same, useVersionedSave, type Versioned } from "./versioned";

/** How long the typing pauses before it is saved. */
const PAUSE_MS = 1500;
/** What was chosen, added or removed is saved sooner; what follows at once goes with it. */
const SOON_MS = 300;

/** What saves the forms that are on the page. */
const onPage = new Set<() => Promise<boolean>>();

/** Saves whatever is not saved yet on this page; whether all of it is. */
export async function saveAll(): Promise<boolean> {
  const saved = await Promise.all([...onPage].map((save) => save()));
  return saved.every(Boolean);
}

/** How it stands with what was changed: `waiting` until the typing pauses, `refused` until something is changed again. */
export type Progress = "none" | "waiting" | "saving" | "saved" | "undone" | "refused";

/**
 * The form of what is saved as one goes: when the typing pauses, when a field is left, soon after anything else. What
 * others save is seen as long as nothing is changed here; where both changed the same, both versions are shown.
 */
export function useSaveAsYouGo<T extends object, Values extends Record<string, unknown>>(
  of: EditOf<T, Values>,
) {
  const [known, setKnown] = useState(of.read);
  const [seen, setSeen] = useState(of.read.value);
  const [points, setPoints] = useState<Partial<T>[]>([]);
  const [said, setSaid] = useState<"none" | "saved" | "undone">("none");
  const [refused, setRefused] = useState<string>();
  const form = useApiForm<Values>({ name: of.name, initialValues: of.values(of.read.value) });
  const save = useVersionedSave();
  const node = useRef<HTMLFormElement>(null);
  const latest = useRef(of.read);
  const underWay = useRef<Promise<boolean>>(undefined);
  const typing = useRef(false);

  const saved = (read: Versioned<T>) => of.patch(of.values(read.value));
  const sends = JSON.stringify(of.patch(form.getValues()));
  const unsaved = Object.keys(changes(saved(known), of.patch(form.getValues()))).length > 0;

  const show = (read: Versioned<T>) => {
    const values = of.values(read.value, form.getValues());
    setKnown(read);
    form.setInitialValues(values);
    form.setValues(values);
  };
  if (!same(of.read.value, seen)) {
    setSeen(of.read.value);
    if (!unsaved && !form.busy) {
      show(of.read);
    }
  }

  const keep = (read: Versioned<T>) => {
    latest.current = read;
    setKnown(read);
    setRefused(undefined);
  };

  /** Sends what is not saved; `paused` in the middle of typing, where what is typed stays untouched. */
  const send = async (paused: boolean): Promise<boolean> => {
    const sent = form.getValues();
    const base = saved(latest.current);
    const mine = changes(base, of.patch(sent));
    const fields = Object.keys(mine) as (keyof T)[];
    if (fields.length > 0) {
      const taken = await form.sendNow(async () => {
        try {
          keep(await save(of.resource, base, mine, latest.current.tag));
        } catch (failure) {
          if (failure instanceof ServiceUnreachable) {
            void service.back().then(() => saveNow());
          }
          throw failure;
        }
      });
      if (!taken) {
        setRefused(JSON.stringify(of.patch(sent)));
        return false;
      }
      const point = Object.fromEntries(fields.map((field) => [field, base[field]])) as Partial<T>;
      const goesOn = typing.current;
      setPoints(([last, ...before]) =>
        goesOn && last !== undefined
          ? [{ ...point, ...last }, ...before]
          : [point, ...(last === undefined ? [] : [last]), ...before],
      );
      setSaid("saved");
    }
    typing.current = paused;
    if (!paused ? same(form.getValues(), sent) : !isWritten(mine, saved(latest.current))) {
      show(latest.current);
    }
    return true;
  };

  const once = (paused: boolean): Promise<boolean> =>
    (underWay.current ??= send(paused).finally(() => {
      underWay.current = undefined;
    }));

  /** Saves what is changed until nothing is left to save; whether that has worked. */
  const saveNow = async (): Promise<boolean> => {
    let taken: boolean;
    do {
      taken = await once(false);
    } while (taken && !same(changes(saved(latest.current), of.patch(form.getValues())), {}));
    return taken;
  };

  const undo = async () => {
    const [point, ...before] = points;
    if (point !== undefined && (await saveNow())) {
      const base = saved(latest.current);
      const taken = await form.sendNow(async () => {
        keep(await save(of.resource, base, point, latest.current.tag));
      });
      if (taken) {
        typing.current = false;
        setPoints(before);
        setSaid("undone");
        show(latest.current);
      }
    }
  };

  const discard = () => {
    setRefused(undefined);
    form.setErrors({});
    form.setValues(of.values(latest.current.value));
  };

  useEffect(() => {
    latest.current = known;
  }, [known]);

  const pause = useEffectEvent(() => {
    if (!isHalfTyped(node.current)) {
      void once(isTyping(node.current));
    }
  });
  const due = unsaved && !form.busy && sends !== refused;
  useEffect(() => {
    if (due) {
      const timer = setTimeout(pause, isTyping(node.current) ? PAUSE_MS : SOON_MS);
      return () => {
        clearTimeout(timer);
      };
    }
    return undefined;
  }, [due, sends]);

  const saveForPage = useEffectEvent(() => saveNow());
  useEffect(() => {
    const mine = () => saveForPage();
    onPage.add(mine);
    return () => {
      onPage.delete(mine);
    };
  }, []);
  useUnsavedGuard(unsaved, saveNow);

  const progress: Progress = form.busy
    ? "saving"
    : !unsaved
      ? said
      : sends === refused
        ? "refused"
        : "waiting";
  return {
    form,
    progress,
    saveNow,
    /** Takes the last saving back. */
    undo: points.length > 0 ? undo : undefined,
    /** Shows again what is saved. */
    discard,
    /** For the `<form>` around the fields. */
    around: {
      ref: node,
      noValidate: true,
      onSubmit: (event: SyntheticEvent) => {
        event.preventDefault();
        void saveNow();
      },
      onBlur: ({ target, relatedTarget }: FocusEvent) => {
        if (sends !== refused && !isTogether(target, relatedTarget)) {
          void (unsaved ? saveNow() : once(false));
        }
      },
    },
  };
}

/** Whether what is kept is what was sent, but for spaces that the service leaves out: somebody may be typing after them. */
function isWritten<T extends object>(sent: Partial<T>, kept: Partial<T>): boolean {
  const [wanted, found] = [sent, kept].map((value) =>
    JSON.stringify(Object.keys(sent).map((field) => value[field as keyof T])).replaceAll(/\s/g, ""),
  );
  return wanted === found;
}

/** Whether somebody is writing in one of the form's fields. */
function isTyping(form: HTMLFormElement | null): boolean {
  const field = document.activeElement;
  return (
    form?.contains(field) === true &&
    ((field instanceof HTMLInputElement && !["checkbox", "button", "radio"].includes(field.type)) ||
      field instanceof HTMLTextAreaElement)
  );
}

/** What belongs together is saved when it is left as a whole: `<div data-together>` around its fields. */
const TOGETHER = "[data-together]";

function isTogether(one: Element, other: Element | null): boolean {
  return one.closest(TOGETHER)?.contains(other) ?? false;
}

/** Whether somebody is in the middle of it: the first half of a date, the name of a day that still has none. */
function isHalfTyped(form: HTMLFormElement | null): boolean {
  const begun = document.activeElement?.closest(TOGETHER)?.querySelectorAll("input") ?? [];
  return (
    [...begun].some(({ value }) => value === "") ||
    [...(form?.elements ?? [])].some(
      (field) => field instanceof HTMLInputElement && field.validity.badInput,
    )
  );
}
