import { Kbd, Modal, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { When } from "@/ui/when";
import { exists, places } from "./nav";
import classes from "./palette.module.css";
import { appWords } from "./words";

const SHOWN = 5;

interface Choice {
  to: string;
  label: string;
  note?: ReactNode;
}

/** Goes anywhere by a few letters: a page, a call, a lead. */
export default function Palette({ close }: { close: () => void }) {
  const words = useWords(appWords);
  const router = useRouter();
  const list = useId();
  const [text, setText] = useState("");
  const [marked, setMarked] = useState(0);
  const choices = useChoices(text);
  const current = Math.min(marked, Math.max(choices.length - 1, 0));

  const go = (choice: Choice | undefined) => {
    if (choice !== undefined) {
      close();
      void router.navigate({ href: choice.to });
    }
  };
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setMarked((current + step + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(choices[current]);
    }
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      yOffset="12vh"
      centered={false}
      attributes={{ content: { "aria-label": words.palette } }}
    >
      <TextInput
        data-autofocus
        variant="unstyled"
        size="md"
        px="md"
        py="xs"
        placeholder={words.paletteAsk}
        aria-label={words.paletteAsk}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={choices.length > 0 ? `${list}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={pressed}
        rightSection={<Kbd size="xs">esc</Kbd>}
      />
      <div role="listbox" id={list} aria-label={words.palette} className={classes.list}>
        {choices.map((choice, index) => (
          // Keys go to the field above, which names the marked choice.
          <div
            key={choice.to}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.choice}
            onMouseMove={() => setMarked(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              go(choice);
            }}
          >
            <Text truncate>{choice.label}</Text>
            <Text c="dimmed" size="sm" truncate>
              {choice.note}
            </Text>
          </div>
        ))}
        {choices.length === 0 && (
          <Text c="dimmed" p="md">
            {words.paletteNothing}
          </Text>
        )}
      </div>
    </Modal>
  );
}

function useChoices(text: string): Choice[] {
  const words = useWords(appWords);
  const router = useRouter();
  const [q] = useDebouncedValue(text.trim(), 150);
  const searching = { enabled: q !== "", placeholderData: keepPreviousData, staleTime: 10_000 };
  const { data: calls } = useQuery({
    queryKey: ["calls", "palette", q],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/calls", { params: { query: { q, limit: SHOWN } }, signal })),
    ...searching,
    enabled: searching.enabled && exists(router, "/calls/$callId"),
  });
  const { data: leads } = useQuery({
    queryKey: ["leads", "palette", q],
    queryFn: ({ signal }) =>
      body(api.GET("/api/v1/leads", { params: { query: { q, limit: SHOWN } }, signal })),
    ...searching,
    enabled: searching.enabled && exists(router, "/leads/$leadId"),
  });
  const wanted = text.trim().toLocaleLowerCase();
  const found: Choice[] = places(router)
    .map(({ to, name }) => ({ to, label: words[name], note: words.page }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  if (q === "" || wanted === "") {
    return found;
  }
  return [
    ...found,
    ...(leads?.data ?? []).map((lead) => ({
      to: `/leads/${lead.id}`,
      label: lead.name ?? phone(lead.phone),
      note: lead.intent ?? words.lead,
    })),
    ...(calls?.data ?? []).map((call) => ({
      to: `/calls/${call.id}`,
      label: call.summary ?? (call.from == null ? words.unknown : phone(call.from)),
      note: <When at={call.started_at} />,
    })),
  ];
}
