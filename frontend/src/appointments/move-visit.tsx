import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { isoDate, time } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { useZone } from "@/ui/zone";
import { useChangeAppointment } from "./change";
import { aboutTime, type Appointment } from "./queries";
import { SlotPicker } from "./slot-picker";
import { appointmentWords } from "./words";

/** Another time for a visit: moved as soon as one is picked, and moved back from the toast. */
export function MoveVisit({ visit, done }: { visit: Appointment; done: () => void }) {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const toast = useToast();
  const { mutate, mutateAsync } = useChangeAppointment();
  const { id, starts_at: before } = visit;
  const form = useApiForm({ name: "move-visit", initialValues: { starts_at: before } });

  const move = form.send(async ({ starts_at: wanted }) => {
    const { value } = await mutateAsync({
      id,
      from: { starts_at: before },
      to: { starts_at: wanted },
    }).catch(aboutTime);
    const { starts_at: now } = value;
    done();
    const said = time(now, zone, locale, { weekday: "long", hour: "numeric", minute: "2-digit" });
    toast.undo(words.moved(said), () => {
      mutate(
        { id, from: { starts_at: now }, to: { starts_at: before } },
        { onError: toast.failed },
      );
    });
  });
  return (
    <>
      <FormProblem problem={form.problem} />
      <SlotPicker
        serviceId={visit.service_id}
        staffId={visit.staff_id}
        moving={id}
        firstDay={isoDate(before, zone)}
        field={form.getInputProps("starts_at")}
        pick={(startsAt) => {
          form.setFieldValue("starts_at", startsAt);
          move();
        }}
      />
    </>
  );
}
