import { NativeSelect, Textarea } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import type { Business } from "@/business/resource";
import { recordingWords } from "@/business/recording-words";
import { settingsWords } from "./words";

type Props = Pick<EditOf<Business, never>, "read" | "resource">;

/** Days, of which others can be had through the API. */
const USUAL = ["7", "14", "30", "60", "90", "180", "365"];

/** Whether calls are recorded, what callers are told of it, and for how long it is kept. */
export function RecordingSection({ read, resource }: Props) {
  const words = useWords(settingsWords);
  const fields = useWords(recordingWords);
  const edit = useSaveAsYouGo({
    name: "business-recording",
    read,
    resource,
    values: ({ recording_consent, recording_notice, recording_retention_days }: Business) => ({
      recording_consent,
      recording_notice: recording_notice ?? "",
      recording_retention_days: String(recording_retention_days),
    }),
    patch: ({ recording_consent, recording_notice, recording_retention_days }) => ({
      recording_consent,
      recording_notice: recording_notice.trim() === "" ? null : recording_notice,
      recording_retention_days: Number(recording_retention_days),
    }),
  });
  const { form } = edit;
  const { recording_consent: consent, recording_retention_days: days } = form.getValues();
  return (
    <Section title={fields.recording} about={words.recordingAbout} edit={edit}>
      <NativeSelect
        label={fields.recording_consent}
        description={words[consent]}
        data={(["off", "announced", "one_party"] as const).map((value) => ({
          value,
          label: fields[value],
        }))}
        {...form.getInputProps("recording_consent")}
      />
      {consent === "announced" && (
        <Textarea
          label={fields.recording_notice}
          description={words.noticeHint}
          placeholder={words.usualNotice}
          autosize
          minRows={1}
          maxRows={4}
          {...form.getInputProps("recording_notice")}
        />
      )}
      <NativeSelect
        label={fields.recording_retention_days}
        description={words.retentionHint}
        data={[...new Set([...USUAL, days])]
          .sort((one, other) => Number(one) - Number(other))
          .map((value) => ({ value, label: value }))}
        maw={200}
        {...form.getInputProps("recording_retention_days")}
      />
    </Section>
  );
}
