import { Button } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import { WEEK, weekday, type WeekDay } from "@/business/hours";
import { AddHours, Intervals } from "./intervals";
import classes from "./intervals.module.css";
import type { Business } from "@/business/resource";
import { businessWords } from "@/business/words";
import { settingsWords } from "./words";

type Props = Pick<EditOf<Business, never>, "read" | "resource">;

/** The weekly opening hours. */
export function HoursSection({ read, resource }: Props) {
  const words = useWords(settingsWords);
  const fields = useWords(businessWords);
  const locale = useLocale();
  const edit = useSaveAsYouGo({
    name: "business-hours",
    read,
    resource,
    values: ({ hours }: Business) => ({ hours }),
    patch: ({ hours }) => ({ hours }),
  });
  const { form } = edit;
  const { hours } = form.getValues();
  const sameOnWorkingDays = () => {
    for (const day of WEEK.slice(1, 5)) {
      form.setFieldValue(
        `hours.${day}`,
        hours.monday.map((interval) => ({ ...interval })),
      );
    }
  };
  const hoursOf = (day: WeekDay, i: number) => ({
    form,
    path: `hours.${day}`,
    day: weekday(i, locale, "long"),
    intervals: hours[day],
  });
  return (
    <Section title={fields.hours} about={words.hoursAbout} edit={edit}>
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
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        style={{ alignSelf: "flex-start" }}
        onClick={sameOnWorkingDays}
      >
        {words.sameAll}
      </Button>
    </Section>
  );
}
