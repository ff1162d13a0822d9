import { NativeSelect } from "@mantine/core";
import { WEEK, weekday, type WeekDay } from "@/business/hours";
import type { Business } from "@/business/resource";
import { staffFirstWords } from "@/business/staff-first-words";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { AddHours, Intervals } from "./intervals";
import classes from "./intervals.module.css";
import { settingsWords } from "./words";

type Props = Pick<EditOf<Business, never>, "read" | "resource">;

/** Seconds, of which others can be had through the API. */
const USUAL = ["5", "10", "15", "20", "30", "45", "60"];

const NO_HOURS = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

/** Whether the phones of the business's people ring before its receptionist answers: when, and how long. */
export function StaffFirstSection({ read, resource }: Props) {
  const words = useWords(settingsWords);
  const fields = useWords(staffFirstWords);
  const locale = useLocale();
  const edit = useSaveAsYouGo({
    name: "business-staff-first",
    read,
    resource,
    values: ({ staff_first: { when, hours, ring_s } }: Business) => ({
      staff_first: { when, hours: hours ?? NO_HOURS, ring_s: String(ring_s) },
    }),
    patch: ({ staff_first: { when, hours, ring_s } }) => ({
      staff_first: { when, hours: when === "own_hours" ? hours : null, ring_s: Number(ring_s) },
    }),
  });
  const { form } = edit;
  const { when, hours, ring_s: seconds } = form.getValues().staff_first;
  const hoursOf = (day: WeekDay, i: number) => ({
    form,
    path: `staff_first.hours.${day}`,
    day: weekday(i, locale, "long"),
    intervals: hours[day],
  });
  return (
    <Section title={fields.staffFirst} about={words.staffFirstAbout} edit={edit}>
      <NativeSelect
        label={fields.when}
        data={(["never", "opening_hours", "own_hours", "always"] as const).map((value) => ({
          value,
          label: fields[value],
        }))}
        {...form.getInputProps("staff_first.when")}
      />
      {when === "own_hours" && (
        <div>
          {WEEK.map((day, i) => (
            <div
              key={day}
              className={classes.day}
              role="group"
              aria-label={weekday(i, locale, "long")}
            >
              <span className={classes.name}>{weekday(i, locale, "long")}</span>
              <Intervals {...hoursOf(day, i)} />
              <AddHours {...hoursOf(day, i)} />
            </div>
          ))}
        </div>
      )}
      {when !== "never" && (
        <NativeSelect
          label={fields.ring_s}
          description={words.ringHint}
          data={[...new Set([...USUAL, seconds])]
            .sort((one, other) => Number(one) - Number(other))
            .map((value) => ({ value, label: value }))}
          maw={200}
          {...form.getInputProps("staff_first.ring_s")}
        />
      )}
    </Section>
  );
}
