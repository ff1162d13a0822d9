import { Button, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { isoDate, time } from "@/ui/format";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { dayText, isDay, momentAt, plusDays } from "@/ui/zoned";
import { appointmentQueries } from "./queries";
import { appointmentWords } from "./words";

/** The form's field for what is picked. */
type Picked = Omit<GetInputPropsReturnType, "value"> & { value: string };

/** A day, and the times of it that are free. */
export function SlotPicker(props: {
  serviceId: string;
  staffId?: string;
  /** What is to be moved: its own time counts as free. */
  moving?: string;
  firstDay?: string;
  /** The form's field for what is picked. */
  field: GetInputPropsReturnType;
  pick: (startsAt: string) => void;
}) {
  const { value: picked, ...field } = props.field as Picked;
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const today = isoDate(useNow(), zone);
  const [chosen, setChosen] = useState(props.firstDay ?? today);
  const day = isDay(chosen) && chosen >= today ? chosen : today;
  const { data: free, error } = useQuery(
    appointmentQueries.free({
      from: momentAt(day, 0, zone).toISOString(),
      to: momentAt(plusDays(day, 7), 0, zone).toISOString(),
      service_id: props.serviceId,
      ...(props.staffId !== undefined && { staff_id: props.staffId }),
      ...(props.moving !== undefined && { appointment_id: props.moving }),
    }),
  );
  const starts = [...new Set(free?.map((slot) => slot.starts_at))];
  const thatDay = starts.filter((at) => isoDate(at, zone) === day);
  const next = starts[0] === undefined ? undefined : isoDate(starts[0], zone);
  return (
    <Stack gap="sm">
      <TextInput
        type="date"
        label={words.day}
        min={today}
        {...field}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {free === undefined ? (
        error === null ? (
          <Skeleton height={72} radius="md" />
        ) : (
          <Text c="var(--fd-loss)">{words.freeUnknown}</Text>
        )
      ) : thatDay.length === 0 ? (
        <Group gap="xs">
          <Text c="dimmed">{words.noneFree}</Text>
          {next !== undefined && (
            <Button variant="subtle" size="compact-sm" onClick={() => setChosen(next)}>
              {words.nextFree(
                dayText(next, locale, { weekday: "long", day: "numeric", month: "long" }),
              )}
            </Button>
          )}
        </Group>
      ) : (
        <Group gap="xs" role="group" aria-label={words.times}>
          {thatDay.map((at) => (
            <Button
              key={at}
              size="compact-md"
              variant={at === picked ? "filled" : "default"}
              aria-pressed={at === picked}
              onClick={() => props.pick(at)}
            >
              {time(at, zone, locale, { hour: "numeric", minute: "2-digit" })}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
