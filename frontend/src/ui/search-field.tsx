import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState, type Ref } from "react";

const PAUSE_MS = 250;

/** Looks for what is typed, once the typing pauses. */
export function SearchField({
  label,
  value,
  onSearch,
  ref,
}: {
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  const [typed, setTyped] = useState(value ?? "");
  const [asked, setAsked] = useState(value);
  const search = useDebouncedCallback((text: string) => {
    const wanted = text.trim() === "" ? undefined : text.trim();
    setAsked(wanted);
    onSearch(wanted);
  }, PAUSE_MS);
  if (value !== asked) {
    // Somebody else has changed what is looked for: "Show all", or the way back.
    setAsked(value);
    setTyped(value ?? "");
  }
  return (
    <TextInput
      ref={ref}
      type="search"
      maxLength={200}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
