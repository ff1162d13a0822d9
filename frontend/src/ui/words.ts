import { catalogue } from "@/i18n/catalogue";

/** Words that every page uses. */
export const uiWords = catalogue({
  en: {
    cancel: "Cancel",
    undo: "Undo",
    saved: "Saved",
    tryAgain: "Try again",
    failed: "That didn't work",
    unreachable:
      "Frontdesk can't be reached at the moment. Nothing was lost; try again in a moment.",
    unexpected: "Something went wrong on this page. Nothing was lost; try again.",
    notFound: "There is nothing here, or no longer.",
    forbidden: "Your role does not allow this. Ask the owner of the business.",
    loading: "Loading",
    loadMore: "Show more",
    businessTime: (time: string, zone: string) => `${time} (${zone})`,
  },
  es: {
    cancel: "Cancelar",
    undo: "Deshacer",
    saved: "Guardado",
    tryAgain: "Intentar de nuevo",
    failed: "No se pudo hacer",
    unreachable:
      "Ahora mismo no se puede acceder a Frontdesk. No se ha perdido nada; inténtelo de nuevo en un momento.",
    unexpected: "Algo ha fallado en esta página. No se ha perdido nada; inténtelo de nuevo.",
    notFound: "Aquí no hay nada, o ya no.",
    forbidden: "Su función no lo permite. Pregunte al propietario del negocio.",
    loading: "Cargando",
    loadMore: "Mostrar más",
    businessTime: (time, zone) => `${time} (${zone})`,
  },
  de: {
    cancel: "Abbrechen",
    undo: "Rückgängig",
    saved: "Gespeichert",
    tryAgain: "Noch einmal versuchen",
    failed: "Das hat nicht geklappt",
    unreachable:
      "Frontdesk ist gerade nicht erreichbar. Nichts ist verloren; versuchen Sie es gleich noch einmal.",
    unexpected:
      "Auf dieser Seite ist etwas schiefgegangen. Nichts ist verloren; versuchen Sie es noch einmal.",
    notFound: "Hier ist nichts, oder nicht mehr.",
    forbidden: "Ihre Rolle erlaubt das nicht. Fragen Sie die Inhaberin oder den Inhaber.",
    loading: "Wird geladen",
    loadMore: "Mehr zeigen",
    businessTime: (time, zone) => `${time} (${zone})`,
  },
});
