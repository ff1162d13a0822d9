import { catalogue } from "@/i18n/catalogue";

export const noticeWords = catalogue({
  en: {
    title: (name: string) => `The model that ${name} talks with goes away`,
    ending: (model: string, day: string, next: string) =>
      `${model} can be used until ${day}. From then on ${next} answers by itself; choose it now to hear how it sounds.`,
    gone: (model: string, day: string, next: string) =>
      `${model} has been gone since ${day}. ${next} answers in its place; choose one to keep.`,
    choose: "Choose another",
    greetingMissing: "The greeting could not be recorded",
    greetedLive: "Until it is, callers are greeted live, in the voice that goes on talking.",
    not_connected: "Its voice is one of ElevenLabs, and no account there is connected.",
    refused: "ElevenLabs does not take the key of your account.",
    no_such_voice:
      "Your account at ElevenLabs does not have this voice any more. Choose another one below.",
    used_up: "Your plan at ElevenLabs has no characters left.",
    unavailable: "Whoever speaks it does not answer at the moment. It is tried again by itself.",
    toAccounts: "To your accounts",
    greetingMade: "The greeting is recorded",
  },
  es: {
    title: (name) => `El modelo con el que habla ${name} desaparece`,
    ending: (model, day, next) =>
      `${model} se puede usar hasta el ${day}. Desde entonces responde ${next} por sí solo; elíjalo ya para oír cómo suena.`,
    gone: (model, day, next) =>
      `${model} ya no existe desde el ${day}. Responde ${next} en su lugar; elija uno para quedárselo.`,
    choose: "Elegir otro",
    greetingMissing: "No se pudo grabar el saludo",
    greetedLive: "Mientras tanto se saluda en directo, con la voz que sigue hablando.",
    not_connected: "Su voz es de ElevenLabs, y no hay ninguna cuenta conectada allí.",
    refused: "ElevenLabs no acepta la clave de su cuenta.",
    no_such_voice: "Su cuenta de ElevenLabs ya no tiene esta voz. Elija otra más abajo.",
    used_up: "A su plan de ElevenLabs no le quedan caracteres.",
    unavailable: "Quien lo dice no responde en este momento. Se vuelve a intentar por sí solo.",
    toAccounts: "A sus cuentas",
    greetingMade: "El saludo está grabado",
  },
  de: {
    title: (name) => `Das Modell, mit dem ${name} spricht, wird abgeschaltet`,
    ending: (model, day, next) =>
      `${model} kann bis zum ${day} benutzt werden. Danach antwortet von selbst ${next}; wählen Sie es jetzt, um zu hören, wie es klingt.`,
    gone: (model, day, next) =>
      `${model} gibt es seit dem ${day} nicht mehr. An seiner Stelle antwortet ${next}; wählen Sie eines, das bleibt.`,
    choose: "Anderes wählen",
    greetingMissing: "Die Begrüßung konnte nicht aufgenommen werden",
    greetedLive: "Bis dahin wird live begrüßt, mit der Stimme, die weiterspricht.",
    not_connected: "Ihre Stimme ist eine von ElevenLabs, und dort ist kein Konto verbunden.",
    refused: "ElevenLabs nimmt den Schlüssel Ihres Kontos nicht an.",
    no_such_voice:
      "Ihr Konto bei ElevenLabs hat diese Stimme nicht mehr. Wählen Sie weiter unten eine andere.",
    used_up: "Ihr Tarif bei ElevenLabs hat keine Zeichen mehr.",
    unavailable:
      "Wer sie spricht, antwortet gerade nicht. Es wird von selbst noch einmal versucht.",
    toAccounts: "Zu Ihren Konten",
    greetingMade: "Die Begrüßung ist aufgenommen",
  },
});
