import { catalogue } from "@/i18n/catalogue";

/** Whether calls are recorded, as one chooses it. */
export const recordingWords = catalogue({
  en: {
    recording: "Recording calls",
    recording_consent: "Calls are recorded",
    recording_notice: "What callers are told",
    recording_retention_days: "Recordings are kept for days",
    off: "No",
    announced: "Yes, callers are told",
    one_party: "Yes, callers are not told",
  },
  es: {
    recording: "Grabar las llamadas",
    recording_consent: "Las llamadas se graban",
    recording_notice: "Lo que se dice a quien llama",
    recording_retention_days: "Días que se guardan las grabaciones",
    off: "No",
    announced: "Sí, y se avisa a quien llama",
    one_party: "Sí, sin avisar a quien llama",
  },
  de: {
    recording: "Anrufe aufnehmen",
    recording_consent: "Anrufe werden aufgenommen",
    recording_notice: "Was Anrufenden gesagt wird",
    recording_retention_days: "Aufnahmen werden so viele Tage aufbewahrt",
    off: "Nein",
    announced: "Ja, Anrufende erfahren es",
    one_party: "Ja, Anrufende erfahren es nicht",
  },
});
