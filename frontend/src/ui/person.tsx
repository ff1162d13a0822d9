import { Avatar, Text } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import { phone } from "./format";

const TINTS = ["pine", "blue", "grape", "orange", "cyan", "yellow", "indigo", "lime"];

/** Somebody's initials on a tint derived from their number; the same person always looks the same. */
export function PersonAvatar({
  name,
  number,
  size = 36,
  sign: Sign,
}: {
  name?: string | null;
  number?: string | null;
  size?: number;
  /** Instead of initials, of what is no person. */
  sign?: Icon;
}) {
  const seed = Array.from(number ?? name ?? "").reduce(
    (sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  return (
    <Avatar
      color={Sign === undefined ? TINTS[seed % TINTS.length] : "gray"}
      radius={size}
      size={size}
      styles={{ placeholder: { color: "var(--fd-ink)" } }}
      aria-hidden
    >
      {Sign === undefined ? initials(name) : <Sign size={20} stroke={1.5} />}
    </Avatar>
  );
}

/** A number as people read it. */
export function Phone({ number }: { number: string }) {
  return (
    <Text component="span" inherit dir="ltr">
      {phone(number)}
    </Text>
  );
}

function initials(name: string | null | undefined): string | null {
  const words = (name ?? "").split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? "")[0] ?? "",
  );
  return letters.join("").toUpperCase() || null;
}
