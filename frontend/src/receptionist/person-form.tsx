import { Button, Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { WEEK, weekday } from "@/business/hours";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { AddHours, Intervals } from "@/settings/intervals";
import classes from "@/settings/intervals.module.css";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useVersionedSave, type Resource, type Versioned } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { personWords } from "./person-words";
import type { Receptionist } from "./queries";
import { receptionistWords } from "./words";

type Person = Receptionist["transfer_targets"][number];

interface Props {
  read: Versioned<Receptionist>;
  resource: Resource<Receptionist>;
}

const NOBODY: Person = {
  name: "",
  number: "",
  expertise: null,
  reachable: "opening_hours",
  hours: null,
  urgent_only: false,
  mode: "warm",
  ring_s: 20,
};

const NO_HOURS = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

/** Somebody who takes calls in person: added, or edited. */
export default function PersonForm({
  read,
  resource,
  index,
  close,
}: Props & { index: number; close: () => void }) {
  const words = useWords(receptionistWords);
  const asked = useWords(personWords);
  const common = useWords(uiWords);
  const locale = useLocale();
  const save = useVersionedSave();
  const people = read.value.transfer_targets;
  const all = index < people.length ? people : [...people, NOBODY];
  const form = useApiForm({
    name: "transfer-target",
    initialValues: {
      transfer_targets: all.map((person) => ({
        ...person,
        expertise: person.expertise ?? "",
        hours: person.hours ?? NO_HOURS,
      })),
    },
  });
  const at = `transfer_targets.${index}`;
  const person = form.getValues().transfer_targets[index];
  const hoursOf = (day: (typeof WEEK)[number], i: number) => ({
    form,
    path: `${at}.hours.${day}`,
    day: weekday(i, locale, "long"),
    intervals: person?.hours[day] ?? [],
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ transfer_targets }) => {
        const mine = {
          transfer_targets: transfer_targets.map(({ hours, expertise, number, ...rest }) => ({
            ...rest,
            number: number.replaceAll(/[^+\d]/g, ""),
            expertise: expertise.trim() === "" ? null : expertise,
            hours: rest.reachable === "own_hours" ? hours : null,
          })),
        };
        await save(resource, read.value, mine, read.tag);
        close();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={asked.personName}
          description={asked.personNameHint}
          data-autofocus
          {...form.getInputProps(`${at}.name`)}
        />
        <TextInput
          label={asked.personNumber}
          type="tel"
          placeholder="+14155550134"
          {...form.getInputProps(`${at}.number`)}
        />
        <TextInput
          label={asked.expertise}
          description={asked.expertiseHint}
          {...form.getInputProps(`${at}.expertise`)}
        />
        <NativeSelect
          label={asked.reachable}
          data={(["opening_hours", "always", "own_hours"] as const).map((value) => ({
            value,
            label: words[`reachable_${value}`],
          }))}
          {...form.getInputProps(`${at}.reachable`)}
        />
        {person?.reachable === "own_hours" && (
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
        <Checkbox
          label={words.urgentOnly}
          {...form.getInputProps(`${at}.urgent_only`, { type: "checkbox" })}
        />
        <NativeSelect
          label={asked.mode}
          data={(["warm", "cold"] as const).map((value) => ({
            value,
            label: asked[`mode_${value}`],
          }))}
          {...form.getInputProps(`${at}.mode`)}
        />
        <Button type="submit" loading={form.busy}>
          {common.save}
        </Button>
      </Stack>
    </form>
  );
}
