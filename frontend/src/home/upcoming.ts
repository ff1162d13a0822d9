import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { appointmentQueries, type Appointment } from "@/appointments/queries";
import { isoDate } from "@/ui/format";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { momentAt, plusDays } from "@/ui/zoned";

const DAYS = 14;

/** Who comes in the next two weeks, earliest first, whoever is there now among them; undefined where that is not known. */
export function useUpcoming(): { visits: Appointment[] | undefined; isPending: boolean } {
  const zone = useZone();
  const now = useNow();
  const { data, isPending } = useQuery(upcoming(now));
  const end = momentAt(plusDays(isoDate(now, zone), DAYS), 0, zone).getTime();
  const visits = data?.filter(
    (visit) => Date.parse(visit.ends_at) > now.getTime() && Date.parse(visit.starts_at) < end,
  );
  return { visits, isPending };
}

/** Their query. A day more at either end: the business's own days are told apart once its zone is known, without asking again. */
export function upcoming(now: Date) {
  const today = now.toISOString().slice(0, 10);
  return {
    ...appointmentQueries.list({
      status: "booked",
      starts_from: `${plusDays(today, -1)}T00:00:00Z`,
      starts_before: `${plusDays(today, DAYS + 2)}T00:00:00Z`,
    }),
    placeholderData: keepPreviousData,
  };
}
