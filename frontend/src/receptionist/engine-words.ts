import { catalogue } from "@/i18n/catalogue";

export const engineWords = catalogue({
  en: {
    engine: "Callers talk with",
    realtime: "A voice that listens",
    realtime_about: "Natural talk: callers may interrupt, and hear an answer at once.",
    turn_based: "Turn by turn",
    turn_based_about:
      "The cheapest talk: your carrier writes down what callers say and reads out the answer, a second or two later.",
    scripted: "A few questions",
    scripted_about:
      "No model: asks for name, number, reason and urgency, reads them back and keeps a message.",
    voicemail: "Voicemail",
    voicemail_about: "No questions: a beep, after which callers say what they want.",
    chatModel: "Chat model",
    chatModelHint: "What reads and writes the answers.",
  },
  es: {
    engine: "Quien llama habla con",
    realtime: "Una voz que escucha",
    realtime_about: "Una charla natural: se puede interrumpir y la respuesta llega enseguida.",
    turn_based: "Por turnos",
    turn_based_about:
      "La charla más barata: su operador escribe lo que se dice y lee la respuesta, uno o dos segundos después.",
    scripted: "Unas preguntas",
    scripted_about:
      "Sin modelo: pregunta nombre, número, motivo y urgencia, los repite y guarda un recado.",
    voicemail: "Buzón de voz",
    voicemail_about: "Sin preguntas: un pitido, y quien llama dice lo que desea.",
    chatModel: "Modelo de chat",
    chatModelHint: "Lo que lee y escribe las respuestas.",
  },
  de: {
    engine: "Anrufer sprechen mit",
    realtime: "Einer Stimme, die zuhört",
    realtime_about:
      "Ein natürliches Gespräch: Anrufer dürfen unterbrechen, die Antwort kommt sofort.",
    turn_based: "Einer nach dem anderen",
    turn_based_about:
      "Das billigste Gespräch: Ihr Anbieter schreibt auf, was gesagt wird, und liest die Antwort vor, ein, zwei Sekunden später.",
    scripted: "Ein paar Fragen",
    scripted_about:
      "Ohne Modell: fragt nach Name, Nummer, Anliegen und Dringlichkeit, liest sie vor und nimmt eine Nachricht auf.",
    voicemail: "Anrufbeantworter",
    voicemail_about: "Ohne Fragen: ein Ton, und Anrufer sagen, was sie möchten.",
    chatModel: "Chat-Modell",
    chatModelHint: "Was die Antworten liest und schreibt.",
  },
});
