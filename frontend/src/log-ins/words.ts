import { catalogue } from "@/i18n/catalogue";
import { plural } from "@/i18n/plural";

export const logInWords = catalogue({
  en: {
    name: "Your log-ins",
    title: (count: number) =>
      plural(count, { one: "You are logged in here only", other: "You are logged in # times" }),
    about: "End what you do not know, then change your password. It takes up to 15 minutes.",
    here: "This device",
    unknown: "Unknown device",
    used: "last used",
    end: "End",
    endOf: (device: string) => `End the log-in on ${device}`,
    ended: (device: string) => `The log-in on ${device} is ended`,
    endOthers: "Log out everywhere else",
    endOthersTitle: "Log out everywhere else?",
    endOthersBody: "You stay logged in here. Every other device asks for your password again.",
    endOthersAction: "Log out there",
    endedOthers: "You are logged in here only now",
  },
  es: {
    name: "Sus sesiones",
    title: (count) =>
      plural(count, { one: "Solo tiene sesión abierta aquí", other: "Tiene # sesiones abiertas" }),
    about:
      "Cierre lo que no reconozca y cambie después su contraseña. Puede tardar hasta 15 minutos.",
    here: "Este dispositivo",
    unknown: "Dispositivo desconocido",
    used: "último uso",
    end: "Cerrar",
    endOf: (device) => `Cerrar la sesión en ${device}`,
    ended: (device) => `La sesión en ${device} está cerrada`,
    endOthers: "Cerrar las demás sesiones",
    endOthersTitle: "¿Cerrar las demás sesiones?",
    endOthersBody: "Aquí sigue dentro. Los demás dispositivos vuelven a pedir su contraseña.",
    endOthersAction: "Cerrarlas",
    endedOthers: "Ahora solo tiene sesión abierta aquí",
  },
  de: {
    name: "Ihre Anmeldungen",
    title: (count) =>
      plural(count, {
        one: "Sie sind nur hier angemeldet",
        other: "Sie sind # Mal angemeldet",
      }),
    about:
      "Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort. Es dauert bis zu 15 Minuten.",
    here: "Dieses Gerät",
    unknown: "Unbekanntes Gerät",
    used: "zuletzt benutzt",
    end: "Beenden",
    endOf: (device) => `Die Anmeldung auf ${device} beenden`,
    ended: (device) => `Die Anmeldung auf ${device} ist beendet`,
    endOthers: "Überall sonst abmelden",
    endOthersTitle: "Überall sonst abmelden?",
    endOthersBody:
      "Hier bleiben Sie angemeldet. Jedes andere Gerät fragt wieder nach Ihrem Passwort.",
    endOthersAction: "Dort abmelden",
    endedOthers: "Sie sind jetzt nur hier angemeldet",
  },
});
