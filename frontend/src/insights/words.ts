import { catalogue } from "@/i18n/catalogue";
import { plural } from "@/i18n/plural";
import type { Part } from "./findings";

const DAYS = { "7d": 7, "30d": 30, "90d": 90 } as const;
type Period = keyof typeof DAYS;

export const insightWords = catalogue({
  en: {
    name: "Insights",
    title: (calls: number, period: Period) =>
      `${plural(calls, { one: "# call", other: "# calls" })} in the last ${DAYS[period]} days`,
    more: (calls: number, period: Period) =>
      `${calls} more than in the ${DAYS[period]} days before.`,
    fewer: (calls: number, period: Period) =>
      `${calls} fewer than in the ${DAYS[period]} days before.`,
    same: (period: Period) => `As many as in the ${DAYS[period]} days before.`,
    period: "Time",
    days: (period: Period) => `${DAYS[period]} days`,
    emptyTitle: "No calls in this time",
    emptyText:
      "Once people call, you'll see here when they do, how many get an answer and what comes of it.",
    answered: "Answered",
    length: "Average length",
    leads: "New leads",
    booked: "Visits booked",
    messages: "Messages taken",
    afterHours: "After hours",
    none: "none",
    before: (value: string) => `${value} before`,
    byDay: "Calls by day",
    busiest: (day: string, calls: number) =>
      `The busiest day was ${day} with ${plural(calls, { one: "# call", other: "# calls" })}.`,
    quiet: "Nobody called in this time.",
    byHour: "Calls by weekday and hour",
    peak: (weekday: string, part: Part) => {
      const parts = {
        night: "nights",
        morning: "mornings",
        afternoon: "afternoons",
        evening: "evenings",
      };
      return `Most calls come on ${weekday} ${parts[part]}`;
    },
    afterHoursToo: (calls: number) => `${calls} came after hours`,
    noneAfterHours: "none came after hours",
    legendNow: (period: Period) => `Last ${DAYS[period]} days`,
    legendBefore: (period: Period) => `${DAYS[period]} days before`,
    asTable: "Show as table",
    asChart: "Show as chart",
    day: "Day",
    calls: "Calls",
    callsBefore: "Calls in the time before",
    hour: "Hour",
    callsAt: (when: string, calls: number) =>
      `${when}: ${plural(calls, { one: "# call", other: "# calls" })}`,
    fewest: "none",
    most: (calls: number) => `${calls} an hour`,
  },
  es: {
    name: "Cifras",
    title: (calls, period) =>
      `${plural(calls, { one: "# llamada", other: "# llamadas" })} en los últimos ${DAYS[period]} días`,
    more: (calls, period) => `${calls} más que en los ${DAYS[period]} días anteriores.`,
    fewer: (calls, period) => `${calls} menos que en los ${DAYS[period]} días anteriores.`,
    same: (period) => `Tantas como en los ${DAYS[period]} días anteriores.`,
    period: "Periodo",
    days: (period) => `${DAYS[period]} días`,
    emptyTitle: "Ninguna llamada en este periodo",
    emptyText:
      "Cuando le llamen, verá aquí a qué horas lo hacen, cuántos reciben respuesta y qué resulta.",
    answered: "Atendidas",
    length: "Duración media",
    leads: "Contactos nuevos",
    booked: "Visitas reservadas",
    messages: "Mensajes",
    afterHours: "Fuera de horario",
    none: "ninguna",
    before: (value) => `antes ${value}`,
    byDay: "Llamadas por día",
    busiest: (day, calls) =>
      `El día con más movimiento fue el ${day}, con ${plural(calls, { one: "# llamada", other: "# llamadas" })}.`,
    quiet: "Nadie llamó en este periodo.",
    byHour: "Llamadas por día de la semana y hora",
    peak: (weekday, part) => {
      const parts = {
        night: "de madrugada",
        morning: "por la mañana",
        afternoon: "por la tarde",
        evening: "por la noche",
      };
      return `La mayoría de las llamadas llega los ${weekday.replace(/([^s])$/, "$1s")} ${parts[part]}`;
    },
    afterHoursToo: (calls) => `${calls} fuera de horario`,
    noneAfterHours: "ninguna fuera de horario",
    legendNow: (period) => `Últimos ${DAYS[period]} días`,
    legendBefore: (period) => `${DAYS[period]} días anteriores`,
    asTable: "Ver como tabla",
    asChart: "Ver como gráfico",
    day: "Día",
    calls: "Llamadas",
    callsBefore: "Llamadas en el periodo anterior",
    hour: "Hora",
    callsAt: (when, calls) =>
      `${when}: ${plural(calls, { one: "# llamada", other: "# llamadas" })}`,
    fewest: "ninguna",
    most: (calls) => `${calls} por hora`,
  },
  de: {
    name: "Zahlen",
    title: (calls, period) =>
      `${plural(calls, { one: "# Anruf", other: "# Anrufe" })} in den letzten ${DAYS[period]} Tagen`,
    more: (calls, period) => `${calls} mehr als in den ${DAYS[period]} Tagen davor.`,
    fewer: (calls, period) => `${calls} weniger als in den ${DAYS[period]} Tagen davor.`,
    same: (period) => `Genauso viele wie in den ${DAYS[period]} Tagen davor.`,
    period: "Zeitraum",
    days: (period) => `${DAYS[period]} Tage`,
    emptyTitle: "Keine Anrufe in dieser Zeit",
    emptyText:
      "Sobald jemand anruft, sehen Sie hier, wann angerufen wird, wie viele eine Antwort bekommen und was daraus wird.",
    answered: "Angenommen",
    length: "Mittlere Dauer",
    leads: "Neue Interessenten",
    booked: "Gebuchte Termine",
    messages: "Nachrichten",
    afterHours: "Nach Feierabend",
    none: "keine",
    before: (value) => `davor ${value}`,
    byDay: "Anrufe nach Tagen",
    busiest: (day, calls) =>
      `Am meisten los war am ${day}: ${plural(calls, { one: "# Anruf", other: "# Anrufe" })}.`,
    quiet: "In dieser Zeit hat niemand angerufen.",
    byHour: "Anrufe nach Wochentag und Stunde",
    peak: (weekday, part) => {
      const parts = {
        night: "nachts",
        morning: "vormittags",
        afternoon: "nachmittags",
        evening: "abends",
      };
      return `Die meisten Anrufe kommen ${weekday.toLowerCase()}s ${parts[part]}`;
    },
    afterHoursToo: (calls) => `${calls} kamen nach Feierabend`,
    noneAfterHours: "keiner kam nach Feierabend",
    legendNow: (period) => `Letzte ${DAYS[period]} Tage`,
    legendBefore: (period) => `${DAYS[period]} Tage davor`,
    asTable: "Als Tabelle zeigen",
    asChart: "Als Diagramm zeigen",
    day: "Tag",
    calls: "Anrufe",
    callsBefore: "Anrufe in der Zeit davor",
    hour: "Stunde",
    callsAt: (when, calls) => `${when}: ${plural(calls, { one: "# Anruf", other: "# Anrufe" })}`,
    fewest: "keine",
    most: (calls) => `${calls} pro Stunde`,
  },
});
