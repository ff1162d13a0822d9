import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { isoDate } from "@/ui/format";
import { useZone } from "@/ui/zone";
import { useMove } from "./move";
import { aboutTime, type Appointment } from "./queries";
import { SlotPicker } from "./slot-picker";

/** Another time for a visit: moved as soon as one is picked, and moved back from the toast. */
export function MoveVisit({ visit, done }: { visit: Appointment; done: () => void }) {
  const zone = useZone();
  const moveTo = useMove();
  const { id, starts_at: before } = visit;
  const form = useApiForm({ name: "move-visit", initialValues: { starts_at: before } });
  const move = form.send(async ({ starts_at: wanted }) => {
    await moveTo(visit, wanted).catch(aboutTime);
    done();
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
