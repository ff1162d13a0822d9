import { createContext, lazy, Suspense, use, useState, type ReactNode } from "react";
import { late } from "@/api/late";
import { ApiProblem } from "@/api/problem";

/** A resource as it was read, with the `ETag` to send as `If-Match` when it is changed. */
export interface Versioned<T> {
  value: T;
  tag: string | undefined;
}

/** What a person edits and how it is read and written. */
export interface Resource<T> {
  read: () => Promise<Versioned<T>>;
  /** Sends a merge patch. */
  write: (patch: Partial<T>, tag: string | undefined) => Promise<Versioned<T>>;
  /** A field's name and its value in words, to set two versions side by side. */
  show: (field: keyof T & string, value: T[keyof T]) => { name: string; text: ReactNode };
}

export type Choice = "mine" | "theirs" | "neither";

/** Two versions of the same, field by field. */
export interface Conflict {
  rows: { name: string; mine: ReactNode; theirs: ReactNode }[];
}

/** Nothing was saved: the person goes on editing. */
export class StillEditing extends Error {
  readonly name = "StillEditing";
}

/** As `If-Match`: whatever version it is. */
const ANY = "*";

const Choose = createContext<(conflict: Conflict) => Promise<Choice>>(() =>
  Promise.resolve("neither"),
);

const ConflictDialog = lazy(() => late(() => import("./conflict-dialog")));

/** Lets people choose between two versions. */
export function ConflictProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Conflict & { answer: (choice: Choice) => void }>();
  const [open, setOpen] = useState(false);
  const choose = (conflict: Conflict) =>
    new Promise<Choice>((answer) => {
      setShown({ ...conflict, answer });
      setOpen(true);
    });
  const close = (choice: Choice) => {
    shown?.answer(choice);
    setOpen(false);
  };
  return (
    <Choose value={choose}>
      {children}
      {shown !== undefined && (
        <Suspense>
          <ConflictDialog conflict={shown} opened={open} close={close} />
        </Suspense>
      )}
    </Choose>
  );
}

/** Shows two versions of something, and answers with which one should stay. */
export function useCompare() {
  const choose = use(Choose);
  return <T extends object>(resource: Resource<T>, mine: Partial<T>, theirs: Partial<T>) =>
    choose({ rows: differences(resource, mine, theirs) });
}

/** Whether something was refused because somebody else had changed it. */
export function isStale(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.status === 412;
}

/**
 * Saves changes of a resource that others may be editing too. What they changed elsewhere in it stays; where both changed
 * the same, both versions are shown and the person chooses.
 */
export function useVersionedSave() {
  const compare = useCompare();

  /**
   * @param base what the person saw before editing
   * @param tag of the version that `base` is from; without it, that is read and compared first
   * @throws StillEditing if there were two versions and the person chose neither
   */
  const save = async <T extends object>(
    resource: Resource<T>,
    base: Partial<T>,
    mine: Partial<T>,
    tag?: string,
  ): Promise<Versioned<T>> => {
    if (tag !== undefined) {
      try {
        return await resource.write(mine, tag);
      } catch (failure) {
        if (!isStale(failure)) {
          throw failure;
        }
      }
    }
    const now = await resource.read();
    const fields = Object.keys(mine) as (keyof T & string)[];
    const theirs = only<T>(now.value, fields);
    if (same(theirs, only<T>(base, fields)) || same(theirs, mine)) {
      return save(resource, theirs, mine, now.tag ?? ANY);
    }
    switch (await compare(resource, mine, theirs)) {
      case "mine":
        return save(resource, theirs, mine, now.tag ?? ANY);
      case "theirs":
        return now;
      case "neither":
        throw new StillEditing();
    }
  };

  return save;
}

function differences<T>(resource: Resource<T>, mine: Partial<T>, theirs: Partial<T>) {
  const fields = Object.keys(mine) as (keyof T & string)[];
  return fields
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => {
      const { name, text } = resource.show(field, mine[field] as T[keyof T]);
      return { name, mine: text, theirs: resource.show(field, theirs[field] as T[keyof T]).text };
    });
}

function only<T extends object>(value: Partial<T>, fields: (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, value[field]])) as Partial<T>;
}

/** Of `mine`, what is not as in `base`: saving it does not take back what others changed beside it. */
export function changes<T>(base: Partial<T>, mine: Partial<T>): Partial<T> {
  const fields = Object.keys(mine) as (keyof T)[];
  return Object.fromEntries(
    fields.filter((field) => !same(mine[field], base[field])).map((field) => [field, mine[field]]),
  ) as Partial<T>;
}

/** Whether two values are the same as JSON. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value;
}
