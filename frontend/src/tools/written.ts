import type { Tool } from "./queries";

/** JSON as people write it in a field. */
export type Json = Record<string, unknown>;

/** Something that is no JSON object. */
export class NoObject extends Error {
  readonly name = "NoObject";
  constructor(readonly field: string) {
    super(field);
  }
}

/** The object that was written in a field; null for a blank one. */
export function object(field: string, text: string): Json | null {
  if (text.trim() === "") {
    return null;
  }
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) {
      return read as Json;
    }
  } catch {
    // Said below.
  }
  throw new NoObject(field);
}

export function written(value: unknown): string {
  return value == null ? "" : JSON.stringify(value, null, 2);
}

/** `Name: value`, line by line. */
export function headers(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const at = line.indexOf(":");
        return at < 0 ? [line.trim(), ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
  );
}

export function lines(of: Record<string, string>): string {
  return Object.entries(of)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** What makes `before` to `after` as a JSON Merge Patch: what is gone is null. */
export function patchOf(before: unknown, after: unknown): unknown {
  if (!isObject(before) || !isObject(after)) {
    return after;
  }
  const gone = Object.keys(before)
    .filter((key) => !(key in after))
    .map((key): [string, unknown] => [key, null]);
  const changed = Object.entries(after)
    .filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value))
    .map(([key, value]): [string, unknown] => [key, patchOf(before[key], value)]);
  return Object.fromEntries([...gone, ...changed]);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The arguments that a tool wants, as an example to fill in. */
export function example(tool: Tool): string {
  const properties = (tool.parameters as { properties?: Record<string, { type?: unknown }> })
    .properties;
  return written(
    Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, { type }]) => [
        name,
        type === "integer" || type === "number" ? 1 : type === "boolean" ? true : "",
      ]),
    ),
  );
}
