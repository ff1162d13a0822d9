import { NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import type { Schema } from "@/api/client";
import { authWords } from "@/auth/words";
import { useWords } from "@/i18n/catalogue";
import { Section, useSection, type SectionOf } from "@/ui/section";
import type { Business } from "./resource";
import { settingsWords } from "./words";

type Props = Pick<SectionOf<Business, never>, "read" | "save">;

const INDUSTRIES = [
  "home_services",
  "medical_dental",
  "law_firm",
  "salon",
  "mortgage",
  "property_management",
  "restaurant",
  "elder_checkin",
] as const satisfies Schema<"Industry">[];

/** Who the business is, and by which clock it lives. */
export function ProfileSection({ read, save }: Props) {
  const words = useWords(settingsWords);
  const industries = useWords(authWords);
  const { form, submit } = useSection({
    read,
    save,
    values: ({ name, industry, about, time_zone }: Business) => ({
      name,
      industry,
      about: about ?? "",
      time_zone,
    }),
    patch: ({ about, ...rest }) => ({ ...rest, about: about.trim() === "" ? null : about }),
  });
  return (
    <Section title={words.business} about={words.businessAbout} form={form} submit={submit}>
      <TextInput
        label={words.businessName}
        autoComplete="organization"
        {...form.getInputProps("name")}
      />
      <NativeSelect
        label={words.industry}
        data={INDUSTRIES.map((value) => ({ value, label: industries[value] }))}
        {...form.getInputProps("industry")}
      />
      <Textarea
        label={words.about}
        description={words.aboutHint}
        autosize
        minRows={3}
        maxRows={12}
        {...form.getInputProps("about")}
      />
      <Select
        label={words.timeZone}
        description={words.timeZoneHint}
        data={zones(read.value.time_zone)}
        searchable
        allowDeselect={false}
        nothingFoundMessage={words.noZone}
        {...form.getInputProps("time_zone")}
      />
    </Section>
  );
}

/** The zones that this browser knows, and the one in use, which it may not. */
function zones(used: string): string[] {
  return [...new Set([used, ...Intl.supportedValuesOf("timeZone")])].sort();
}
