import { createFileRoute } from "@tanstack/react-router";
import { CalendarPage } from "@/appointments/calendar-page";
import type { CalendarView } from "@/appointments/days-shown";
import { isDay } from "@/ui/zoned";

export interface CalendarSearch {
  /** A day within what is shown; the present one if there is none. */
  day?: string;
  view?: CalendarView;
  appointment?: string;
}

const VIEWS: readonly CalendarView[] = ["day", "month", "list"];

export const Route = createFileRoute("/_app/calendar")({
  validateSearch: (search: Record<string, unknown>): CalendarSearch => {
    // Links that were shared before say the week.
    const day = search.day ?? search.week;
    const view = VIEWS.find((known) => known === search.view);
    return {
      ...(isDay(day) && { day }),
      ...(view !== undefined && { view }),
      ...(typeof search.appointment === "string" && { appointment: search.appointment }),
    };
  },
  component: CalendarRoute,
});

function CalendarRoute() {
  const { day, view, appointment } = Route.useSearch();
  return <CalendarPage day={day} view={view ?? "week"} chosen={appointment} />;
}
