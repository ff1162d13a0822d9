import { catalogue } from "@/i18n/catalogue";

export const callerWords = catalogue({
  en: {
    title_blocked: "Blocked callers",
    about_blocked:
      "Who calls from one of these numbers hears that the line is busy. It costs nothing.",
    none_blocked: "Nobody is blocked.",
    add_blocked: "Block a number",
    done_blocked: (number: string) => `${number} is blocked`,
    is_blocked: "This number is blocked.",
    forget_blocked: (number: string) => `Unblock ${number}`,
    forgetShort_blocked: "Unblock",
    forgotten_blocked: (number: string) => `${number} is not blocked any more`,
    title_straight_through: "Callers put straight through",
    about_straight_through:
      "Who calls from one of these numbers rings your people's phones at once, at any hour. The receptionist answers if nobody does.",
    none_straight_through: "Nobody is put straight through.",
    add_straight_through: "Put a number through",
    done_straight_through: (number: string) => `${number} is put straight through`,
    is_straight_through: "This number is put straight through.",
    forget_straight_through: (number: string) => `Let the receptionist answer ${number}`,
    forgetShort_straight_through: "Let the receptionist answer",
    forgotten_straight_through: (number: string) => `The receptionist answers ${number} again`,
    number: "Number",
    numberHint: "With its country code, for example +1 415 555 0134",
    note: "Why, for your eyes only",
    block: "Block this caller",
    blockTitle: (number: string) => `Block ${number}?`,
    blockText:
      "Your receptionist takes no more calls from this number. You can unblock it in the settings.",
    blockAction: "Block number",
    never: "Has not called since",
    calls: (count: number) => (count === 1 ? "Called once since" : `Called ${count} times since`),
  },
  es: {
    title_blocked: "Números bloqueados",
    about_blocked:
      "Quien llama desde uno de estos números oye que la línea está ocupada. No cuesta nada.",
    none_blocked: "No hay nadie bloqueado.",
    add_blocked: "Bloquear un número",
    done_blocked: (number) => `${number} está bloqueado`,
    is_blocked: "Este número está bloqueado.",
    forget_blocked: (number) => `Desbloquear ${number}`,
    forgetShort_blocked: "Desbloquear",
    forgotten_blocked: (number) => `${number} ya no está bloqueado`,
    title_straight_through: "Llamadas que pasan directamente",
    about_straight_through:
      "Quien llama desde uno de estos números hace sonar enseguida los teléfonos de su gente, a cualquier hora. Si nadie contesta, atiende la recepcionista.",
    none_straight_through: "Nadie pasa directamente.",
    add_straight_through: "Pasar un número directamente",
    done_straight_through: (number) => `${number} pasa directamente`,
    is_straight_through: "Este número pasa directamente.",
    forget_straight_through: (number) => `Que la recepcionista atienda ${number}`,
    forgetShort_straight_through: "Que atienda la recepcionista",
    forgotten_straight_through: (number) => `La recepcionista atiende ${number} de nuevo`,
    number: "Número",
    numberHint: "Con el prefijo del país, por ejemplo +34 612 34 56 78",
    note: "Por qué, solo para usted",
    block: "Bloquear a quien llamó",
    blockTitle: (number) => `¿Bloquear ${number}?`,
    blockText:
      "Su recepcionista no atenderá más llamadas de este número. Puede desbloquearlo en los ajustes.",
    blockAction: "Bloquear el número",
    never: "No ha llamado desde entonces",
    calls: (count) =>
      count === 1
        ? "Ha llamado una vez desde entonces"
        : `Ha llamado ${count} veces desde entonces`,
  },
  de: {
    title_blocked: "Gesperrte Anrufer",
    about_blocked:
      "Wer von einer dieser Nummern anruft, hört das Besetztzeichen. Das kostet nichts.",
    none_blocked: "Niemand ist gesperrt.",
    add_blocked: "Nummer sperren",
    done_blocked: (number) => `${number} ist gesperrt`,
    is_blocked: "Diese Nummer ist gesperrt.",
    forget_blocked: (number) => `${number} entsperren`,
    forgetShort_blocked: "Entsperren",
    forgotten_blocked: (number) => `${number} ist nicht mehr gesperrt`,
    title_straight_through: "Direkt durchgestellte Anrufer",
    about_straight_through:
      "Wer von einer dieser Nummern anruft, bei dem klingeln sofort die Telefone Ihrer Leute, zu jeder Stunde. Nimmt niemand ab, antwortet die Rezeption.",
    none_straight_through: "Niemand wird direkt durchgestellt.",
    add_straight_through: "Nummer durchstellen",
    done_straight_through: (number) => `${number} wird direkt durchgestellt`,
    is_straight_through: "Diese Nummer wird direkt durchgestellt.",
    forget_straight_through: (number) => `${number} wieder von der Rezeption annehmen lassen`,
    forgetShort_straight_through: "Die Rezeption annehmen lassen",
    forgotten_straight_through: (number) => `Die Rezeption nimmt ${number} wieder an`,
    number: "Nummer",
    numberHint: "Mit Landesvorwahl, zum Beispiel +49 30 901820",
    note: "Warum, nur für Sie",
    block: "Diesen Anrufer sperren",
    blockTitle: (number) => `${number} sperren?`,
    blockText:
      "Ihre Rezeption nimmt keine Anrufe von dieser Nummer mehr an. In den Einstellungen lässt sie sich entsperren.",
    blockAction: "Nummer sperren",
    never: "Hat seitdem nicht angerufen",
    calls: (count) =>
      count === 1 ? "Hat seitdem einmal angerufen" : `Hat seitdem ${count}-mal angerufen`,
  },
});
