import { catalogue } from "@/i18n/catalogue";

/** What is asked about somebody who takes calls in person. */
export const personWords = catalogue({
  en: {
    personName: "Name",
    personNameHint: "As the receptionist calls them.",
    personNumber: "Telephone number",
    expertise: "What they know about",
    expertiseHint: "For example “bills and prices”. Leave empty for anything.",
    reachable: "When they take calls",
    mode: "How they are put through",
    mode_warm: "They hear what it is about and press 1 to take the call",
    mode_cold: "At once, when they pick up",
  },
  es: {
    personName: "Nombre",
    personNameHint: "Como la llama la recepcionista.",
    personNumber: "Número de teléfono",
    expertise: "De qué sabe",
    expertiseHint: "Por ejemplo «facturas y precios». Vacío: de todo.",
    reachable: "Cuándo atiende",
    mode: "Cómo se le pasa la llamada",
    mode_warm: "Oye de qué se trata y pulsa 1 para aceptarla",
    mode_cold: "Enseguida, cuando contesta",
  },
  de: {
    personName: "Name",
    personNameHint: "So, wie der Empfang sie nennt.",
    personNumber: "Telefonnummer",
    expertise: "Womit sie sich auskennt",
    expertiseHint: "Zum Beispiel „Rechnungen und Preise“. Leer: mit allem.",
    reachable: "Wann sie Anrufe annimmt",
    mode: "Wie verbunden wird",
    mode_warm: "Sie hört, worum es geht, und nimmt mit der 1 an",
    mode_cold: "Sofort, wenn sie abnimmt",
  },
});
