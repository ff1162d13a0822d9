import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCalendarOff, IconClockEdit, IconPhone } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { PersonAvatar, Phone } from "@/ui/person";
import { SoftLink } from "@/ui/soft-link";
import { useToast } from "@/ui/toast";
import { useForeignZone, useZone } from "@/ui/zone";
import { useChangeAppointment } from "./change";
import { MoveVisit } from "./move-visit";
import type { Appointment } from "./queries";
import { useServiceNames } from "./services";
import { appointmentWords } from "./words";

/** Who comes, when and what for; to be moved, cancelled and put back. */
export function Visit({ visit }: { visit: Appointment }) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const foreign = useForeignZone();
  const names = useServiceNames();
  const toast = useToast();
  const [moving, setMoving] = useState(false);
  const { mutate, isPending } = useChangeAppointment();

  const set = (status: Appointment["status"], message: string) => {
    const { id, status: before } = visit;
    mutate(
      { id, from: { status: before }, to: { status } },
      {
        onSuccess: () => {
          toast.undo(message, () => {
            mutate({ id, from: { status }, to: { status: before } }, { onError: toast.failed });
          });
        },
        onError: toast.failed,
      },
    );
  };

  return (
    <Stack component="article" aria-labelledby="visit-of">
      <Group gap="sm" wrap="nowrap">
        <PersonAvatar name={visit.name} number={visit.phone} size={44} />
        <Stack gap={2}>
          <Title order={2} id="visit-of">
            {visit.name}
          </Title>
          {visit.phone != null && (
            <Text c="dimmed">
              <Phone number={visit.phone} />
            </Text>
          )}
        </Stack>
      </Group>
      <Stack gap={4}>
        <Text fw={550}>
          {time(visit.starts_at, zone, locale, { dateStyle: "full", timeStyle: "short" })}
          {" – "}
          {time(visit.ends_at, zone, locale, { timeStyle: "short" })}
        </Text>
        {foreign !== undefined && (
          <Text size="sm" c="dimmed">
            {words.zoneName(foreign.replaceAll("_", " "))}
          </Text>
        )}
        <Text>{names(visit.service_id)}</Text>
        {visit.reason != null && (
          <Text dir="auto" style={{ whiteSpace: "pre-wrap" }}>
            “{visit.reason}”
          </Text>
        )}
        {visit.email != null && <Text c="dimmed">{visit.email}</Text>}
        {visit.call_id != null && (
          <SoftLink to="/calls/$callId" params={{ callId: visit.call_id }}>
            {words.fromCall}
          </SoftLink>
        )}
      </Stack>
      {visit.status === "cancelled" ? (
        <Group gap="xs">
          <Badge tt="none" bg="var(--fd-loss-tint)" c="var(--fd-loss)">
            {words.cancelled}
          </Badge>
          <Button
            variant="default"
            size="compact-md"
            loading={isPending}
            onClick={() => set("booked", words.restored)}
          >
            {words.restore}
          </Button>
        </Group>
      ) : (
        <Group gap="xs">
          {visit.phone != null && (
            <Button
              component="a"
              href={`tel:${visit.phone}`}
              leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
            >
              {words.call(visit.name)}
            </Button>
          )}
          <Button
            variant="default"
            aria-expanded={moving}
            leftSection={<IconClockEdit size={18} stroke={1.5} aria-hidden />}
            onClick={() => setMoving(!moving)}
          >
            {words.move}
          </Button>
          <Button
            variant="subtle"
            c="var(--fd-loss)"
            loading={isPending}
            leftSection={<IconCalendarOff size={18} stroke={1.5} aria-hidden />}
            onClick={() => set("cancelled", words.wasCancelled)}
          >
            {words.cancel}
          </Button>
        </Group>
      )}
      {moving && visit.status === "booked" && (
        <MoveVisit visit={visit} done={() => setMoving(false)} />
      )}
    </Stack>
  );
}
