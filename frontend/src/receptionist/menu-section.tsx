import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { menuWords } from "./menu-words";
import type { Receptionist } from "./queries";

type Entry = Receptionist["menu"][number];

/** As the form has it: what is not there is an empty text. */
type Texts = Omit<Entry, "target" | "say"> & { target: string; say: string };

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
const DEEDS = ["transfer", "say", "message", "talk"] as const;
const MOST = 9;

/** The keys that callers are offered after the greeting. */
export function MenuSection({
  read,
  resource,
}: Pick<EditOf<Receptionist, never>, "read" | "resource">) {
  const words = useWords(menuWords);
  const edit = useSaveAsYouGo({
    name: "receptionist-menu",
    read,
    resource,
    values: ({ menu }: Receptionist, now?: { menu: Texts[] }) => ({
      menu: [...menu.map(withTexts), ...(now?.menu.filter(isBlank) ?? [])],
    }),
    // An entry that was only just added is not saved yet.
    patch: ({ menu }) => ({ menu: menu.filter((entry) => !isBlank(entry)).map(withoutBlanks) }),
  });
  const { form } = edit;
  const { menu } = form.getValues();
  const people = [
    { value: "", label: words.nobody },
    ...read.value.transfer_targets.map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <Section title={words.title} about={words.about} edit={edit}>
      {menu.length === 0 && <Text c="dimmed">{words.none}</Text>}
      <Stack gap="md">
        {menu.map((entry, i) => (
          <Stack key={i} gap={6}>
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <TextInput
                flex={1}
                label={words.text(i + 1)}
                description={words.textHint}
                {...form.getInputProps(`menu.${i}.text`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={words.remove(i + 1)}
                onClick={() => form.removeListItem("menu", i)}
              >
                <IconTrash size={16} stroke={1.5} />
              </ActionIcon>
            </Group>
            <Group gap="xs" grow>
              <NativeSelect
                label={words.key(i + 1)}
                data={KEYS}
                {...form.getInputProps(`menu.${i}.key`)}
              />
              <NativeSelect
                label={words.does(i + 1)}
                data={DEEDS.map((value) => ({ value, label: words[`does_${value}`] }))}
                {...form.getInputProps(`menu.${i}.does`)}
              />
            </Group>
            {entry.does === "transfer" && (
              <NativeSelect
                label={words.target(i + 1)}
                data={people}
                {...form.getInputProps(`menu.${i}.target`)}
              />
            )}
            {entry.does === "say" && (
              <Textarea
                label={words.say(i + 1)}
                autosize
                minRows={1}
                maxRows={6}
                {...form.getInputProps(`menu.${i}.say`)}
              />
            )}
          </Stack>
        ))}
      </Stack>
      {menu.length < MOST && (
        <Button
          variant="default"
          style={{ alignSelf: "flex-start" }}
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() =>
            form.insertListItem("menu", {
              key: KEYS.find((key) => menu.every((entry) => entry.key !== key)) ?? "0",
              text: "",
              does: "talk",
              target: "",
              say: "",
            } satisfies Texts)
          }
        >
          {words.add}
        </Button>
      )}
    </Section>
  );
}

function withTexts({ target, say, ...entry }: Entry): Texts {
  return { ...entry, target: target ?? "", say: say ?? "" };
}

/** What a key does not lead to is forgotten. */
function withoutBlanks({ target, say, ...entry }: Texts): Entry {
  return {
    ...entry,
    target: entry.does === "transfer" && target !== "" ? target : null,
    say: entry.does === "say" && say.trim() !== "" ? say : null,
  };
}

function isBlank({ text }: Texts): boolean {
  return text.trim() === "";
}
