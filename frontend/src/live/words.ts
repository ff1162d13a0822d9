import { catalogue } from "@/i18n/catalogue";
import { plural } from "@/i18n/plural";

export const liveWords = catalogue({
  en: {
    name: "Live",
    going: (count: number) =>
      plural(count, {
        one: "Somebody is on the phone right now",
        other: "# people are on the phone right now",
      }),
    nobody: "Nobody is on the phone right now",
    connecting: "Listening for calls…",
    lost: "The line to Frontdesk is lost. What is said meanwhile shows up when it is back.",
    quiet: "All quiet",
    quietText: (number: string) =>
      `When somebody calls ${number}, you see every word here as it is spoken.`,
    yourNumber: "your number",
    ended: "Just ended",
    open: "Show the whole call",
    more: (who: string) => `More of the call with ${who}`,
    less: (who: string) => `Less of the call with ${who}`,
    ringing: "Answering…",
    summing: "Being summed up…",
    length: "On the phone for",
  },
  es: {
    name: "En directo",
    going: (count) =>
      plural(count, {
        one: "Hay una persona al teléfono ahora",
        other: "Hay # personas al teléfono ahora",
      }),
    nobody: "Ahora no hay nadie al teléfono",
    connecting: "Esperando llamadas…",
    lost: "Se ha perdido la conexión con Frontdesk. Lo que se diga mientras tanto aparecerá cuando vuelva.",
    quiet: "Todo tranquilo",
    quietText: (number) =>
      `Cuando alguien llame al ${number}, verá aquí cada palabra mientras se dice.`,
    yourNumber: "su número",
    ended: "Recién terminadas",
    open: "Ver toda la llamada",
    more: (who) => `Más de la llamada con ${who}`,
    less: (who) => `Menos de la llamada con ${who}`,
    ringing: "Contestando…",
    summing: "Se está resumiendo…",
    length: "Al teléfono desde hace",
  },
  de: {
    name: "Live",
    going: (count) =>
      plural(count, {
        one: "Gerade ist jemand am Telefon",
        other: "Gerade sind # Leute am Telefon",
      }),
    nobody: "Gerade ist niemand am Telefon",
    connecting: "Wartet auf Anrufe…",
    lost: "Die Verbindung zu Frontdesk ist weg. Was inzwischen gesagt wird, erscheint, sobald sie wieder da ist.",
    quiet: "Alles ruhig",
    quietText: (number) =>
      `Wenn jemand ${number} anruft, sehen Sie hier jedes Wort, während es gesprochen wird.`,
    yourNumber: "Ihre Nummer",
    ended: "Gerade beendet",
    open: "Ganzen Anruf zeigen",
    more: (who) => `Mehr vom Anruf mit ${who}`,
    less: (who) => `Weniger vom Anruf mit ${who}`,
    ringing: "Nimmt ab…",
    summing: "Wird zusammengefasst…",
    length: "Am Telefon seit",
  },
});
