import { ActionIcon, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { businessWords } from "@/business/words";
import { useWords } from "@/i18n/catalogue";
import classes from "./intervals.module.css";
import { nextInterval, type Interval } from "@/business/hours";
import { settingsWords } from "./words";

/** What of Mantine's form the hours of a day need. */
interface HoursForm {
  getInputProps: (path: string) => object;
  insertListItem: (path: string, item: unknown) => void;
  removeListItem: (path: string, index: number) => void;
}

/** The hours of one day: none for closed, several with breaks between them. `path` is where they stand in the form. */
export function Intervals(props: {
  form: HoursForm;
  path: string;
  day: string;
  intervals: Interval[];
}) {
  const words = useWords(settingsWords);
  const fields = useWords(businessWords);
  const { form, path, day, intervals } = props;
  return (
    <Stack gap="xs">
      {intervals.length === 0 && (
        <Text c="dimmed" className={classes.closed}>
          {fields.closed}
        </Text>
      )}
      {intervals.map((_, i) => (
        <Group key={i} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            type="time"
            aria-label={words.opens(day)}
            className={classes.time}
            {...form.getInputProps(`${path}.${i}.opens`)}
          />
          <span className={classes.dash} aria-hidden>
            –
          </span>
          <TextInput
            type="time"
            aria-label={words.closes(day)}
            className={classes.time}
            {...form.getInputProps(`${path}.${i}.closes`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.removeHours(day)}
            onClick={() => form.removeListItem(path, i)}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}

/** Adds hours after those that are there. */
export function AddHours(props: {
  form: HoursForm;
  path: string;
  day: string;
  intervals: Interval[];
}) {
  const words = useWords(settingsWords);
  return (
    <ActionIcon
      variant="subtle"
      size={36}
      aria-label={words.addHours(props.day)}
      onClick={() => props.form.insertListItem(props.path, nextInterval(props.intervals))}
    >
      <IconPlus size={16} stroke={1.5} />
    </ActionIcon>
  );
}
