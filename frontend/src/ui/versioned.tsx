import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { uiWords } from "./words";

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

type Choice = "mine" | "theirs" | "neither";

interface Conflict {
  rows: { name: string; mine: ReactNode; theirs: ReactNode }[];
  answer: (choice: Choice) => void;
}

/** Nothing was saved: the person goes on editing. */
export class StillEditing extends Error {
  readonly name = "StillEditing";
}

/**
 * Saves changes of a resource that others may be editing too. What they changed elsewhere in it stays; where both changed
 * the same, both versions are shown and the person chooses. Put `dialog` on the page.
 */
export function useVersionedSave<T extends object>(resource: Resource<T>) {
  const [conflict, setConflict] = useState<Conflict>();

  const choose = (mine: Partial<T>, theirs: Partial<T>) =>
    new Promise<Choice>((answer) => {
      const fields = Object.keys(mine) as (keyof T & string)[];
      const rows = fields
        .filter((field) => !same(mine[field], theirs[field]))
        .map((field) => {
          const { name, text } = resource.show(field, mine[field] as T[keyof T]);
          return {
            name,
            mine: text,
            theirs: resource.show(field, theirs[field] as T[keyof T]).text,
          };
        });
      setConflict({ rows, answer });
    });

  /**
   * @param base what the person saw before editing
   * @throws StillEditing if there were two versions and the person chose neither
   */
  const save = async (
    base: Partial<T>,
    mine: Partial<T>,
    tag: string | undefined,
  ): Promise<Versioned<T>> => {
    try {
      return await resource.write(mine, tag);
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 412) {
        throw failure;
      }
    }
    const now = await resource.read();
    const theirs = only(now.value, Object.keys(mine) as (keyof T)[]);
    if (same(theirs, only(base, Object.keys(mine) as (keyof T)[])) || same(theirs, mine)) {
      return save(theirs, mine, now.tag);
    }
    const choice = await choose(mine, theirs);
    setConflict(undefined);
    switch (choice) {
      case "mine":
        return save(theirs, mine, now.tag);
      case "theirs":
        return now;
      case "neither":
        throw new StillEditing();
    }
  };

  return { save, dialog: <ConflictDialog conflict={conflict} /> };
}

function ConflictDialog({ conflict }: { conflict: Conflict | undefined }) {
  const words = useWords(uiWords);
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => conflict?.answer("neither")}
      title={words.changedTitle}
      size="lg"
    >
      <Stack>
        <Text>{words.changedText}</Text>
        <Table.ScrollContainer minWidth={0}>
          <Table layout="fixed" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.mine}</Table.Th>
                <Table.Th scope="col">{words.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {conflict?.rows.map((row) => (
                <Table.Tr key={row.name}>
                  {[row.mine, row.theirs].map((text, i) => (
                    <Table.Td key={i} valign="top">
                      <Text size="xs" c="dimmed">
                        {row.name}
                      </Text>
                      <Text component="div" style={{ whiteSpace: "pre-line" }}>
                        {text}
                      </Text>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => conflict?.answer("neither")}>
            {words.goOnEditing}
          </Button>
          <Button variant="default" onClick={() => conflict?.answer("theirs")}>
            {words.takeTheirs}
          </Button>
          <Button onClick={() => conflict?.answer("mine")}>{words.keepMine}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function only<T extends object>(value: Partial<T>, fields: (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, value[field]])) as Partial<T>;
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
