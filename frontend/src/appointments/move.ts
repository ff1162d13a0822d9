import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { useZone } from "@/ui/zone";
import { useChangeAppointment } from "./change";
import type { Appointment } from "./queries";
import { appointmentWords } from "./words";

/** Moves a visit to another time, and says so, with a way back. Throws what the service says against it. */
export function useMove(): (visit: Appointment, wanted: string) => Promise<void> {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  const toast = useToast();
  const { mutate, mutateAsync } = useChangeAppointment();
  return async ({ id, starts_at: before }, wanted) => {
    const { value } = await mutateAsync({
      id,
      from: { starts_at: before },
      to: { starts_at: wanted },
    });
    const { starts_at: now } = value;
    const said = time(now, zone, locale, { weekday: "long", hour: "numeric", minute: "2-digit" });
    toast.undo(words.moved(said), () => {
      mutate(
        { id, from: { starts_at: now }, to: { starts_at: before } },
        { onError: toast.failed },
      );
    });
  };
}

/** The same by hand, where no form can show what speaks against it. */
export function useMoveByHand(): (visit: Appointment, wanted: string) => Promise<void> {
  const words = useWords(appointmentWords);
  const toast = useToast();
  const move = useMove();
  return (visit, wanted) =>
    move(visit, wanted).catch((failure: unknown) => {
      const detail = failure instanceof ApiProblem ? failure.errors[0]?.detail : undefined;
      toast.failed(
        failure instanceof ApiProblem && detail !== undefined
          ? new ApiProblem(failure.status, failure.kind, words.notThen(detail))
          : failure,
      );
    });
}
