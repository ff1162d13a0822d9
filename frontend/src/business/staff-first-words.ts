import { catalogue } from "@/i18n/catalogue";

/** Who answers first, as one chooses it. */
export const staffFirstWords = catalogue({
  en: {
    staffFirst: "Who answers first",
    when: "Your people's phones ring first",
    ring_s: "For seconds at most",
    never: "Never, the receptionist answers",
    opening_hours: "While you are open",
    own_hours: "At other hours",
    always: "Always",
  },
  es: {
    staffFirst: "Quién contesta primero",
    when: "Primero suenan los teléfonos de su gente",
    ring_s: "Segundos como máximo",
    never: "Nunca, atiende la recepcionista",
    opening_hours: "Mientras está abierto",
    own_hours: "A otras horas",
    always: "Siempre",
  },
  de: {
    staffFirst: "Wer zuerst abnimmt",
    when: "Zuerst klingeln die Telefone Ihrer Leute",
    ring_s: "Sekunden höchstens",
    never: "Nie, die Rezeption nimmt ab",
    opening_hours: "Solange geöffnet ist",
    own_hours: "Zu anderen Zeiten",
    always: "Immer",
  },
});
