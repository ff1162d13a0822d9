import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { AddHours, Intervals } from "./intervals";
import classes from "./intervals.module.css";
import type { Business } from "@/business/resource";
import { businessWords } from "@/business/words";
import { settingsWords } from "./words";

type Props = Pick<EditOf<Business, never>, "read" | "resource">;

/** Days that do not follow the week. */
export function HolidaysSection({ read, resource }: Props) {
  const words = useWords(settingsWords);
  const fields = useWords(businessWords);
  const edit = useSaveAsYouGo({
    name: "business-holidays",
    read,
    resource,
    values: ({ holidays }: Business, now?: { holidays: Business["holidays"] }) => ({
      holidays: [...holidays, ...(now?.holidays.filter(isBlank) ?? [])],
    }),
    // A day that was only just added is not saved yet.
    patch: ({ holidays }) => ({ holidays: holidays.filter((day) => !isBlank(day)) }),
  });
  const { form } = edit;
  const { holidays } = form.getValues();
  const hoursOf = (holiday: Business["holidays"][number], i: number) => ({
    form,
    path: `holidays.${i}.hours`,
    day: holiday.name || words.thisDay,
    intervals: holiday.hours,
  });
  return (
    <Section title={fields.holidays} about={words.holidaysAbout} edit={edit}>
      {holidays.length === 0 && <Text c="dimmed">{words.noHolidays}</Text>}
      <div>
        {holidays.map((holiday, i) => (
          <div key={i} className={classes.holiday}>
            <Group gap="xs" align="flex-end" mb="xs" data-together>
              <TextInput
                type="date"
                label={words.date}
                w={160}
                {...form.getInputProps(`holidays.${i}.date`)}
              />
              <TextInput
                label={words.holidayName}
                flex={1}
                miw={140}
                {...form.getInputProps(`holidays.${i}.name`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={words.removeHoliday(holiday.name || words.thisDay)}
                onClick={() => form.removeListItem("holidays", i)}
              >
                <IconTrash size={16} stroke={1.5} />
              </ActionIcon>
            </Group>
            <div className={classes.hours}>
              <Intervals {...hoursOf(holiday, i)} />
              <AddHours {...hoursOf(holiday, i)} />
            </div>
          </div>
        ))}
      </div>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => form.insertListItem("holidays", { date: "", name: "", hours: [] })}
      >
        {words.addHoliday}
      </Button>
    </Section>
  );
}

function isBlank({ date, name, hours }: Business["holidays"][number]): boolean {
  return date === "" && name === "" && hours.length === 0;
}
