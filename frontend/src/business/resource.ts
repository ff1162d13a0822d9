import { useQueryClient } from "@tanstack/react-query";
import { api, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import type { Resource } from "@/ui/versioned";
import { WEEK, weekday, type Interval } from "./hours";
import type { Industry } from "./industry";
import { businessQueries } from "./queries";
import { recordingWords } from "./recording-words";
import { staffFirstWords } from "./staff-first-words";
import { businessWords } from "./words";

export type Business = Schema<"Business">;

/** The profile: how it is read and written, and its fields in words. */
export function useBusiness(): Resource<Business> {
  const client = useQueryClient();
  const words = useWords(businessWords);
  const recording = useWords(recordingWords);
  const first = useWords(staffFirstWords);
  const locale = useLocale();
  const spans = (intervals: Interval[]) =>
    intervals.length === 0
      ? words.closed
      : intervals.map(({ opens, closes }) => `${opens}–${closes}`).join(", ");
  return {
    read: () => client.query({ ...businessQueries.edited(), staleTime: 0 }),
    write: async (patch, tag) => {
      const saved = await bodyAndTag(
        api.PATCH("/api/v1/business", {
          params: { header: { "If-Match": tag } },
          body: patch,
        }),
      );
      client.setQueryData(businessQueries.edited().queryKey, saved);
      client.setQueryData(businessQueries.profile().queryKey, saved.value);
      return saved;
    },
    show: (field, value) => {
      switch (field) {
        case "industry":
          return { name: words.industry, text: words[value as Industry] };
        case "hours":
          return {
            name: words.hours,
            text: WEEK.map(
              (day, i) =>
                `${weekday(i, locale, "short")} ${spans((value as Business["hours"])[day])}`,
            ).join("\n"),
          };
        case "holidays":
          return {
            name: words.holidays,
            text:
              (value as Business["holidays"])
                .map((day) => `${day.date} ${day.name}: ${spans(day.hours)}`)
                .join("\n") || words.none,
          };
        case "about":
          return { name: words.about, text: value as string };
        case "recording_consent":
          return {
            name: recording.recording_consent,
            text: recording[value as Business["recording_consent"]],
          };
        case "recording_notice":
          return { name: recording.recording_notice, text: (value as string | null) ?? words.none };
        case "recording_retention_days":
          return { name: recording.recording_retention_days, text: (value as number).toString() };
        case "staff_first": {
          const { when, ring_s } = value as Business["staff_first"];
          return {
            name: first.staffFirst,
            text: when === "never" ? first.never : `${first[when]}, ${ring_s} s`,
          };
        }
        case "time_zone":
          return { name: words.timeZone, text: value as string };
        default:
          return { name: words.businessName, text: value as string };
      }
    },
  };
}
