import { catalogue } from "@/i18n/catalogue";

export const homeWords = catalogue({
  en: {
    title: (business: string) => `${business} is open for calls`,
    empty: "Nothing here yet",
    whenCalled: (number: string) =>
      `When somebody calls ${number}, you'll see it here within a second.`,
    noNumber: "When somebody calls your number, you'll see it here within a second.",
  },
  es: {
    title: (business) => `${business} está listo para recibir llamadas`,
    empty: "Aún no hay nada",
    whenCalled: (number) => `Cuando alguien llame al ${number}, lo verá aquí en un segundo.`,
    noNumber: "Cuando alguien llame a su número, lo verá aquí en un segundo.",
  },
  de: {
    title: (business) => `${business} ist bereit für Anrufe`,
    empty: "Noch nichts da",
    whenCalled: (number) =>
      `Wenn jemand ${number} anruft, sehen Sie es hier innerhalb einer Sekunde.`,
    noNumber: "Wenn jemand Ihre Nummer anruft, sehen Sie es hier innerhalb einer Sekunde.",
  },
});
