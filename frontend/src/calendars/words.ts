import { catalogue } from "@/i18n/catalogue";
import { plural } from "@/i18n/plural";

export const calendarWords = catalogue({
  en: {
    name: "Connected calendars",
    title: (count: number) =>
      count === 0
        ? "No calendar is connected yet"
        : plural(count, { one: "# calendar is connected", other: "# calendars are connected" }),
    about: "Nothing is booked while a calendar of yours says busy, and yours can show our visits.",
    none: "No calendar yet",
    noneAbout:
      "Connect the calendar that you keep already, by the address that it gives for sharing in iCalendar format. It is read every quarter of an hour.",
    read: "Read a calendar",
    feed: "Show visits elsewhere",
    calendarName: "What you call it",
    calendarNameHint: "For example Ana's private calendar.",
    address: "Its address",
    addressHint: "The secret address in iCalendar format (.ics), from the calendar's settings.",
    whose: "Whose it is",
    everybody: "Everybody's",
    readAbout: "Read when somebody is busy",
    feedAbout: "Shows our visits to other programs",
    at: (host: string) => `at ${host}`,
    neverRead: "Being read for the first time…",
    lastRead: "Read",
    failing: "Cannot be read",
    stillCounts: "What was read before still counts.",
    remove: "Disconnect",
    removeOf: (name: string) => `Disconnect ${name}`,
    removeTitle: (name: string) => `Disconnect ${name}?`,
    removeBody: "What it says counts no more, and an address that we gave leads nowhere.",
    removed: (name: string) => `${name} is disconnected.`,
    connected: (name: string) => `${name} is connected.`,
    onceTitle: "This address is shown this once",
    onceAbout:
      "Subscribe to it in your calendar program. Whoever knows it can see who comes when; disconnect it to make it lead nowhere.",
    copy: "Copy the address",
    copied: "Copied",
    done: "I have it",
  },
  es: {
    name: "Calendarios conectados",
    title: (count) =>
      count === 0
        ? "Todavía no hay ningún calendario conectado"
        : plural(count, {
            one: "# calendario está conectado",
            other: "# calendarios están conectados",
          }),
    about:
      "No se reserva nada mientras un calendario suyo diga ocupado, y el suyo puede mostrar nuestras citas.",
    none: "Todavía no hay ningún calendario",
    noneAbout:
      "Conecte el calendario que ya lleva, con la dirección que da para compartirlo en formato iCalendar. Se lee cada cuarto de hora.",
    read: "Leer un calendario",
    feed: "Mostrar citas en otra parte",
    calendarName: "Cómo lo llama",
    calendarNameHint: "Por ejemplo, calendario privado de Ana.",
    address: "Su dirección",
    addressHint: "La dirección secreta en formato iCalendar (.ics), en los ajustes del calendario.",
    whose: "De quién es",
    everybody: "De todos",
    readAbout: "Se lee cuándo alguien está ocupado",
    feedAbout: "Muestra nuestras citas a otros programas",
    at: (host) => `en ${host}`,
    neverRead: "Se está leyendo por primera vez…",
    lastRead: "Leído",
    failing: "No se puede leer",
    stillCounts: "Lo que se leyó antes sigue contando.",
    remove: "Desconectar",
    removeOf: (name) => `Desconectar ${name}`,
    removeTitle: (name) => `¿Desconectar ${name}?`,
    removeBody: "Lo que dice deja de contar, y una dirección que dimos no lleva a ninguna parte.",
    removed: (name) => `${name} está desconectado.`,
    connected: (name) => `${name} está conectado.`,
    onceTitle: "Esta dirección se muestra solo esta vez",
    onceAbout:
      "Suscríbase a ella en su programa de calendario. Quien la conoce puede ver quién viene y cuándo; desconéctela para que no lleve a ninguna parte.",
    copy: "Copiar la dirección",
    copied: "Copiada",
    done: "La tengo",
  },
  de: {
    name: "Verbundene Kalender",
    title: (count) =>
      count === 0
        ? "Noch ist kein Kalender verbunden"
        : plural(count, { one: "# Kalender ist verbunden", other: "# Kalender sind verbunden" }),
    about:
      "Es wird nichts gebucht, solange ein Kalender von Ihnen belegt sagt, und Ihrer kann unsere Termine zeigen.",
    none: "Noch kein Kalender",
    noneAbout:
      "Verbinden Sie den Kalender, den Sie schon führen, mit der Adresse, die er zum Teilen im iCalendar-Format nennt. Er wird jede Viertelstunde gelesen.",
    read: "Kalender lesen",
    feed: "Termine anderswo zeigen",
    calendarName: "Wie Sie ihn nennen",
    calendarNameHint: "Zum Beispiel Anas privater Kalender.",
    address: "Seine Adresse",
    addressHint:
      "Die geheime Adresse im iCalendar-Format (.ics), aus den Einstellungen des Kalenders.",
    whose: "Wessen er ist",
    everybody: "Der von allen",
    readAbout: "Gelesen wird, wann jemand belegt ist",
    feedAbout: "Zeigt unsere Termine anderen Programmen",
    at: (host) => `bei ${host}`,
    neverRead: "Wird zum ersten Mal gelesen…",
    lastRead: "Gelesen",
    failing: "Kann nicht gelesen werden",
    stillCounts: "Was zuvor gelesen wurde, gilt weiter.",
    remove: "Trennen",
    removeOf: (name) => `${name} trennen`,
    removeTitle: (name) => `${name} trennen?`,
    removeBody: "Was er sagt, gilt nicht mehr, und eine Adresse von uns führt ins Leere.",
    removed: (name) => `${name} ist getrennt.`,
    connected: (name) => `${name} ist verbunden.`,
    onceTitle: "Diese Adresse wird nur dieses eine Mal gezeigt",
    onceAbout:
      "Abonnieren Sie sie in Ihrem Kalenderprogramm. Wer sie kennt, sieht, wer wann kommt; trennen Sie sie, und sie führt ins Leere.",
    copy: "Adresse kopieren",
    copied: "Kopiert",
    done: "Ich habe sie",
  },
});
