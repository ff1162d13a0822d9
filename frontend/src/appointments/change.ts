import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, bodyAndTag } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { useVersionedSave, type Resource } from "@/ui/versioned";
import { useZone } from "@/ui/zone";
import { appointmentQueries, type Appointment } from "./queries";
import { appointmentWords } from "./words";

/** What of an appointment people change here. */
type Edit = Pick<Appointment, "starts_at" | "status">;

function useAppointmentResource(): (id: string) => Resource<Edit> {
  const words = useWords(appointmentWords);
  const locale = useLocale();
  const zone = useZone();
  return (id) => ({
    read: () => bodyAndTag(api.GET("/api/v1/appointments/{id}", { params: { path: { id } } })),
    write: (patch, tag) =>
      bodyAndTag(
        api.PATCH("/api/v1/appointments/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      ),
    show: (field, value) =>
      field === "status"
        ? { name: words.visit, text: value === "booked" ? words.stands : words.cancelled }
        : {
            name: words.starts,
            text: time(value, zone, locale, { dateStyle: "full", timeStyle: "short" }),
          },
  });
}

/** Changes an appointment: moves, cancels, lets stand again. */
export function useChangeAppointment() {
  const queries = useQueryClient();
  const resource = useAppointmentResource();
  const save = useVersionedSave();
  return useMutation({
    mutationFn: (change: { id: string; from: Partial<Edit>; to: Partial<Edit> }) =>
      save(resource(change.id), change.from, change.to),
    onSettled: () => queries.invalidateQueries({ queryKey: appointmentQueries.all }),
  });
}
