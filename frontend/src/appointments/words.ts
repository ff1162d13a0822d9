import { catalogue } from "@/i18n/catalogue";
import { plural } from "@/i18n/plural";
import type { DaysShown } from "./days-shown";

type Step = DaysShown["step"];

export const appointmentWords = catalogue({
  en: {
    name: "Calendar",
    visits: (count: number) =>
      count === 0 ? "no visits" : plural(count, { one: "# visit", other: "# visits" }),
    thisWeek: (count: number) =>
      count === 0
        ? "Nobody comes this week"
        : plural(count, { one: "# visit this week", other: "# visits this week" }),
    thatWeek: (count: number, day: string) =>
      count === 0
        ? `Nobody comes in the week of ${day}`
        : `${plural(count, { one: "# visit", other: "# visits" })} in the week of ${day}`,
    span: (from: string, to: string) => `${from} to ${to}`,
    inZone: (span: string, zone: string) => `${span}, ${zone} time`,
    zoneName: (zone: string) => `${zone} time`,
    book: "Book visit",
    before: (step: Step) =>
      ({ day: "The day before", week: "The week before", month: "The month before" })[step],
    after: (step: Step) =>
      ({ day: "The day after", week: "The week after", month: "The month after" })[step],
    present: (step: Step) => ({ day: "Today", week: "This week", month: "This month" })[step],
    view: "How to show it",
    asWeek: "Week",
    asDay: "Day",
    asMonth: "Month",
    onToday: (count: number) =>
      count === 0
        ? "Nobody comes today"
        : plural(count, { one: "# visit today", other: "# visits today" }),
    thatDay: (count: number, day: string) =>
      count === 0
        ? `Nobody comes on ${day}`
        : `${plural(count, { one: "# visit", other: "# visits" })} on ${day}`,
    thatMonth: (count: number, month: string) =>
      count === 0
        ? `Nobody comes in ${month}`
        : `${plural(count, { one: "# visit", other: "# visits" })} in ${month}`,
    more: (count: number) => `+${count} more`,
    away: "Away",
    busyElsewhere: "Busy elsewhere",
    conflict: "In the way of something else at that time",
    notThen: (why: string) => `It stays where it is: that time ${why}.`,
    asList: "List",
    keys: "N books a visit, T goes to the present. Drag a visit to move it, or use Shift and the arrow keys.",
    emptyIn: (step: Step) =>
      ({
        day: "Nobody is booked on this day",
        week: "Nobody is booked in this week",
        month: "Nobody is booked in this month",
      })[step],
    emptyText:
      "Your receptionist books visits in your opening hours, and they stand here the moment they are agreed on the phone.",
    visit: "Visit",
    close: "Close",
    fromCall: "The call on which it was booked",
    call: (name: string) => `Call ${name}`,
    move: "Move",
    cancel: "Cancel visit",
    starts: "When",
    stands: "Booked",
    cancelled: "Cancelled",
    wasCancelled: "Cancelled. The time is free again.",
    restore: "Book it again",
    restored: "Booked again.",
    moved: (when: string) => `Moved to ${when}.`,
    day: "Day",
    times: "Free times",
    noneFree: "No time is free on this day.",
    nextFree: (day: string) => `Show ${day}`,
    freeUnknown: "The free times could not be read. Try another day, or again in a moment.",
    what: "What for",
    reason: "What they said",
    chooseTime: "Choose one of the free times.",
    nameMissing: "Who comes?",
    booked: "Booked.",
  },
  es: {
    name: "Calendario",
    visits: (count) =>
      count === 0 ? "ninguna cita" : plural(count, { one: "# cita", other: "# citas" }),
    thisWeek: (count) =>
      count === 0
        ? "Nadie viene esta semana"
        : plural(count, { one: "# cita esta semana", other: "# citas esta semana" }),
    thatWeek: (count, day) =>
      count === 0
        ? `Nadie viene en la semana del ${day}`
        : `${plural(count, { one: "# cita", other: "# citas" })} en la semana del ${day}`,
    span: (from, to) => `${from} a ${to}`,
    inZone: (span, zone) => `${span}, hora de ${zone}`,
    zoneName: (zone) => `Hora de ${zone}`,
    book: "Reservar cita",
    before: (step) =>
      ({ day: "El día anterior", week: "La semana anterior", month: "El mes anterior" })[step],
    after: (step) =>
      ({ day: "El día siguiente", week: "La semana siguiente", month: "El mes siguiente" })[step],
    present: (step) => ({ day: "Hoy", week: "Esta semana", month: "Este mes" })[step],
    view: "Cómo mostrarlo",
    asWeek: "Semana",
    asDay: "Día",
    asMonth: "Mes",
    onToday: (count) =>
      count === 0
        ? "Hoy no viene nadie"
        : plural(count, { one: "# cita hoy", other: "# citas hoy" }),
    thatDay: (count, day) =>
      count === 0
        ? `Nadie viene el ${day}`
        : `${plural(count, { one: "# cita", other: "# citas" })} el ${day}`,
    thatMonth: (count, month) =>
      count === 0
        ? `Nadie viene en ${month}`
        : `${plural(count, { one: "# cita", other: "# citas" })} en ${month}`,
    more: (count) => `+${count} más`,
    away: "Ausente",
    busyElsewhere: "Ocupado en otra parte",
    conflict: "Coincide con otra cosa a esa hora",
    notThen: (why) => `Se queda donde está: esa hora ${why}.`,
    asList: "Lista",
    keys: "N reserva una cita, T va al presente. Arrastre una cita para cambiarla, o use Mayús y las flechas.",
    emptyIn: (step) =>
      ({
        day: "No hay ninguna cita en este día",
        week: "No hay ninguna cita en esta semana",
        month: "No hay ninguna cita en este mes",
      })[step],
    emptyText:
      "Su recepcionista reserva citas dentro de su horario, y aparecen aquí en cuanto se acuerdan por teléfono.",
    visit: "Cita",
    close: "Cerrar",
    fromCall: "La llamada en la que se reservó",
    call: (name) => `Llamar a ${name}`,
    move: "Cambiar de hora",
    cancel: "Cancelar cita",
    starts: "Cuándo",
    stands: "Reservada",
    cancelled: "Cancelada",
    wasCancelled: "Cancelada. La hora vuelve a estar libre.",
    restore: "Reservarla de nuevo",
    restored: "Reservada de nuevo.",
    moved: (when) => `Cambiada a ${when}.`,
    day: "Día",
    times: "Horas libres",
    noneFree: "Ese día no hay ninguna hora libre.",
    nextFree: (day) => `Ver ${day}`,
    freeUnknown: "No se pudieron leer las horas libres. Pruebe otro día, o de nuevo en un momento.",
    what: "Para qué",
    reason: "Lo que dijo",
    chooseTime: "Elija una de las horas libres.",
    nameMissing: "¿Quién viene?",
    booked: "Reservada.",
  },
  de: {
    name: "Kalender",
    visits: (count) =>
      count === 0 ? "keine Termine" : plural(count, { one: "# Termin", other: "# Termine" }),
    thisWeek: (count) =>
      count === 0
        ? "Diese Woche kommt niemand"
        : plural(count, { one: "# Termin diese Woche", other: "# Termine diese Woche" }),
    thatWeek: (count, day) =>
      count === 0
        ? `In der Woche ab ${day} kommt niemand`
        : `${plural(count, { one: "# Termin", other: "# Termine" })} in der Woche ab ${day}`,
    span: (from, to) => `${from} bis ${to}`,
    inZone: (span, zone) => `${span}, Zeit in ${zone}`,
    zoneName: (zone) => `Zeit in ${zone}`,
    book: "Termin eintragen",
    before: (step) =>
      ({ day: "Der Tag davor", week: "Die Woche davor", month: "Der Monat davor" })[step],
    after: (step) =>
      ({ day: "Der Tag danach", week: "Die Woche danach", month: "Der Monat danach" })[step],
    present: (step) => ({ day: "Heute", week: "Diese Woche", month: "Dieser Monat" })[step],
    view: "Darstellung",
    asWeek: "Woche",
    asDay: "Tag",
    asMonth: "Monat",
    onToday: (count) =>
      count === 0
        ? "Heute kommt niemand"
        : plural(count, { one: "# Termin heute", other: "# Termine heute" }),
    thatDay: (count, day) =>
      count === 0
        ? `Am ${day} kommt niemand`
        : `${plural(count, { one: "# Termin", other: "# Termine" })} am ${day}`,
    thatMonth: (count, month) =>
      count === 0
        ? `Im ${month} kommt niemand`
        : `${plural(count, { one: "# Termin", other: "# Termine" })} im ${month}`,
    more: (count) => `+${count} weitere`,
    away: "Abwesend",
    busyElsewhere: "Anderswo belegt",
    conflict: "Steht etwas anderem zur selben Zeit im Weg",
    notThen: (why) => `Er bleibt, wo er ist: die Zeit ${why}.`,
    asList: "Liste",
    keys: "N trägt einen Termin ein, T geht zur Gegenwart. Ziehen Sie einen Termin, um ihn zu verschieben, oder nehmen Sie Umschalt und die Pfeiltasten.",
    emptyIn: (step) =>
      ({
        day: "An diesem Tag ist niemand eingetragen",
        week: "In dieser Woche ist niemand eingetragen",
        month: "In diesem Monat ist niemand eingetragen",
      })[step],
    emptyText:
      "Ihr Empfang trägt Termine in Ihren Öffnungszeiten ein; sie stehen hier, sobald sie am Telefon vereinbart sind.",
    visit: "Termin",
    close: "Schließen",
    fromCall: "Der Anruf, in dem er vereinbart wurde",
    call: (name) => `${name} anrufen`,
    move: "Verschieben",
    cancel: "Termin absagen",
    starts: "Wann",
    stands: "Eingetragen",
    cancelled: "Abgesagt",
    wasCancelled: "Abgesagt. Die Zeit ist wieder frei.",
    restore: "Wieder eintragen",
    restored: "Wieder eingetragen.",
    moved: (when) => `Verschoben auf ${when}.`,
    day: "Tag",
    times: "Freie Zeiten",
    noneFree: "An diesem Tag ist keine Zeit frei.",
    nextFree: (day) => `${day} zeigen`,
    freeUnknown:
      "Die freien Zeiten konnten nicht gelesen werden. Versuchen Sie einen anderen Tag oder gleich noch einmal.",
    what: "Wofür",
    reason: "Was gesagt wurde",
    chooseTime: "Wählen Sie eine der freien Zeiten.",
    nameMissing: "Wer kommt?",
    booked: "Eingetragen.",
  },
});
