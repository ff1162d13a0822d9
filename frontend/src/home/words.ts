import { catalogue } from "@/i18n/catalogue";
import { plural } from "@/i18n/plural";

export const homeWords = catalogue({
  en: {
    home: "Home",
    morning: "Good morning.",
    afternoon: "Good afternoon.",
    evening: "Good evening.",
    today: (calls: number, waiting: number) =>
      `${calls === 0 ? "No calls" : plural(calls, { one: "# call", other: "# calls" })} today; ${waiting === 0 ? "nothing needs you" : plural(waiting, { one: "# person needs you", other: "# people need you" })}.`,
    needsYou: "Needs you",
    nobodyWaits: "Nobody is waiting for an answer.",
    allMessages: "All messages",
    allNewCallers: "All new callers",
    newCaller: "New caller",
    calledOnly: "Called, and did not say what for",
    call: "Call",
    now: "Now",
    ringing: "It is ringing",
    talking: "Is talking with your receptionist",
    next: "Next",
    nextInZone: (zone: string) => `Next (${zone.replaceAll("_", " ")} time)`,
    nobodyComes: "Nobody is booked for the next two weeks.",
    allVisits: (count: number) => plural(count, { one: "The visit", other: "All # visits" }),
    thisWeek: "The last seven days",
    moreOfThat: "All the figures",
    week: (calls: number, leads: number, booked: number, afterHours: number) =>
      [
        leads + booked === 0
          ? `${plural(calls, { one: "# call", other: "# calls" })} came in.`
          : `${plural(calls, { one: "# call", other: "# calls" })} brought ${both(leads > 0 && plural(leads, { one: "# new person", other: "# new people" }), "and", booked > 0 && plural(booked, { one: "# visit", other: "# visits" }))}.`,
        afterHours > 0 &&
          plural(afterHours, {
            one: "# came while you were closed.",
            other: "# came while you were closed.",
          }),
      ]
        .filter(Boolean)
        .join(" "),
    callsPerDay: "Calls on each of the last seven days",
  },
  es: {
    home: "Inicio",
    morning: "Buenos días.",
    afternoon: "Buenas tardes.",
    evening: "Buenas noches.",
    today: (calls, waiting) =>
      `${calls === 0 ? "Ninguna llamada" : plural(calls, { one: "# llamada", other: "# llamadas" })} hoy; ${waiting === 0 ? "nada le espera" : plural(waiting, { one: "# persona le espera", other: "# personas le esperan" })}.`,
    needsYou: "Le espera",
    nobodyWaits: "Nadie espera una respuesta.",
    allMessages: "Todos los mensajes",
    allNewCallers: "Todas las personas nuevas",
    newCaller: "Llama por primera vez",
    calledOnly: "Llamó y no dijo para qué",
    call: "Llamar",
    now: "Ahora",
    ringing: "Está sonando",
    talking: "Está hablando con su recepcionista",
    next: "Lo próximo",
    nextInZone: (zone) => `Lo próximo (hora de ${zone.replaceAll("_", " ")})`,
    nobodyComes: "No hay ninguna cita en las próximas dos semanas.",
    allVisits: (count) => plural(count, { one: "La cita", other: "Las # citas" }),
    thisWeek: "Los últimos siete días",
    moreOfThat: "Todas las cifras",
    week: (calls, leads, booked, afterHours) =>
      [
        leads + booked === 0
          ? plural(calls, { one: "Hubo # llamada.", other: "Hubo # llamadas." })
          : `${plural(calls, { one: "# llamada trajo", other: "# llamadas trajeron" })} ${both(leads > 0 && plural(leads, { one: "# persona nueva", other: "# personas nuevas" }), "y", booked > 0 && plural(booked, { one: "# cita", other: "# citas" }))}.`,
        afterHours > 0 &&
          plural(afterHours, {
            one: "# llegó con el negocio cerrado.",
            other: "# llegaron con el negocio cerrado.",
          }),
      ]
        .filter(Boolean)
        .join(" "),
    callsPerDay: "Llamadas de cada uno de los últimos siete días",
  },
  de: {
    home: "Start",
    morning: "Guten Morgen.",
    afternoon: "Guten Tag.",
    evening: "Guten Abend.",
    today: (calls, waiting) =>
      `Heute ${calls === 0 ? "kein Anruf" : plural(calls, { one: "# Anruf", other: "# Anrufe" })}; ${waiting === 0 ? "nichts wartet auf Sie" : plural(waiting, { one: "# Person wartet auf Sie", other: "# Personen warten auf Sie" })}.`,
    needsYou: "Wartet auf Sie",
    nobodyWaits: "Niemand wartet auf eine Antwort.",
    allMessages: "Alle Nachrichten",
    allNewCallers: "Alle neuen Anrufer",
    newCaller: "Ruft zum ersten Mal an",
    calledOnly: "Hat angerufen und nicht gesagt, worum es geht",
    call: "Anrufen",
    now: "Jetzt",
    ringing: "Es klingelt",
    talking: "Spricht gerade mit Ihrem Empfang",
    next: "Als Nächstes",
    nextInZone: (zone) => `Als Nächstes (Zeit in ${zone.replaceAll("_", " ")})`,
    nobodyComes: "In den nächsten zwei Wochen ist niemand eingetragen.",
    allVisits: (count) => plural(count, { one: "Der Termin", other: "Alle # Termine" }),
    thisWeek: "Die letzten sieben Tage",
    moreOfThat: "Alle Zahlen",
    week: (calls, leads, booked, afterHours) =>
      [
        leads + booked === 0
          ? plural(calls, { one: "# Anruf kam herein.", other: "# Anrufe kamen herein." })
          : `${plural(calls, { one: "# Anruf brachte", other: "# Anrufe brachten" })} ${both(leads > 0 && plural(leads, { one: "# neue Person", other: "# neue Personen" }), "und", booked > 0 && plural(booked, { one: "# Termin", other: "# Termine" }))}.`,
        afterHours > 0 &&
          plural(afterHours, {
            one: "# kam, als geschlossen war.",
            other: "# kamen, als geschlossen war.",
          }),
      ]
        .filter(Boolean)
        .join(" "),
    callsPerDay: "Anrufe an jedem der letzten sieben Tage",
  },
});

/** The one, the other, or both. */
function both(one: string | false, and: string, other: string | false): string {
  return [one, other].filter((part) => part !== false).join(` ${and} `);
}
