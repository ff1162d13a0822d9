import { catalogue } from "@/i18n/catalogue";

export const noticeWords = catalogue({
  en: {
    title: (name: string) => `The model that ${name} talks with goes away`,
    ending: (model: string, day: string, next: string) =>
      `${model} can be used until ${day}. From then on ${next} answers by itself; choose it now to hear how it sounds.`,
    gone: (model: string, day: string, next: string) =>
      `${model} has been gone since ${day}. ${next} answers in its place; choose one to keep.`,
    choose: "Choose another",
  },
  es: {
    title: (name) => `El modelo con el que habla ${name} desaparece`,
    ending: (model, day, next) =>
      `${model} se puede usar hasta el ${day}. Desde entonces responde ${next} por sí solo; elíjalo ya para oír cómo suena.`,
    gone: (model, day, next) =>
      `${model} ya no existe desde el ${day}. Responde ${next} en su lugar; elija uno para quedárselo.`,
    choose: "Elegir otro",
  },
  de: {
    title: (name) => `Das Modell, mit dem ${name} spricht, wird abgeschaltet`,
    ending: (model, day, next) =>
      `${model} kann bis zum ${day} benutzt werden. Danach antwortet von selbst ${next}; wählen Sie es jetzt, um zu hören, wie es klingt.`,
    gone: (model, day, next) =>
      `${model} gibt es seit dem ${day} nicht mehr. An seiner Stelle antwortet ${next}; wählen Sie eines, das bleibt.`,
    choose: "Anderes wählen",
  },
});
