import { catalogue } from "@/i18n/catalogue";

export const drillWords = catalogue({
  en: {
    title: "If something fails",
    about:
      "Your receptionist goes on with the next best thing, whatever breaks. A test call tries every step; nobody is called.",
    begin: "Try every step",
    never: "Not tried yet.",
    under: "Under way.",
    tried: "Tried",
    works: (time: string) => `Works, after ${time}`,
    stream: (time: string) => `Heard on the line after ${time}`,
    fails: "Does not work",
    openCall: "Show the test call",
  },
  es: {
    title: "Si algo falla",
    about:
      "Su recepcionista sigue con lo mejor que quede, pase lo que pase. Una llamada de prueba recorre cada paso; no se llama a nadie.",
    begin: "Probar cada paso",
    never: "Aún no se ha probado.",
    under: "En marcha.",
    tried: "Probado",
    works: (time) => `Funciona, en ${time}`,
    stream: (time) => `Se oye en la línea en ${time}`,
    fails: "No funciona",
    openCall: "Ver la llamada de prueba",
  },
  de: {
    title: "Wenn etwas ausfällt",
    about:
      "Ihre Rezeption macht mit dem Nächstbesten weiter, was immer ausfällt. Ein Testanruf probiert jede Stufe; niemand wird angerufen.",
    begin: "Jede Stufe probieren",
    never: "Noch nicht probiert.",
    under: "Läuft.",
    tried: "Probiert",
    works: (time) => `Geht, nach ${time}`,
    stream: (time) => `In der Leitung zu hören nach ${time}`,
    fails: "Geht nicht",
    openCall: "Den Testanruf zeigen",
  },
});
