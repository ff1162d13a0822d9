import { createFileRoute } from "@tanstack/react-router";
import { CalendarPage } from "@/appointments/calendar-page";
import { isDay, mondayOf } from "@/ui/zoned";

export interface CalendarSearch {
  /** A Monday; the present week if there is none. */
  week?: string;
  view?: "list";
  appointment?: string;
}

export const Route = createFileRoute("/_app/calendar")({
  validateSearch: (search: Record<string, unknown>): CalendarSearch => ({
    ...(isDay(search.week) && { week: mondayOf(search.week) }),
    ...(search.view === "list" && { view: "list" }),
    ...(typeof search.appointment === "string" && { appointment: search.appointment }),
  }),
  component: CalendarRoute,
});

function CalendarRoute() {
  const { week, view, appointment } = Route.useSearch();
  return <CalendarPage week={week} view={view ?? "week"} chosen={appointment} />;
}
