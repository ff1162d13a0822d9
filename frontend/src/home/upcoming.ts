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
  const today = isoDate(now, zone);
  const { data, isPending } = useQuery({
    ...appointmentQueries.list({
      status: "booked",
      starts_from: momentAt(today, 0, zone).toISOString(),
      starts_before: momentAt(plusDays(today, DAYS), 0, zone).toISOString(),
    }),
    placeholderData: keepPreviousData,
  });
  const visits = data?.filter((visit) => Date.parse(visit.ends_at) > now.getTime());
  return { visits, isPending };
}
