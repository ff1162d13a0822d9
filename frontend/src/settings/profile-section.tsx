import { NativeSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useIndustries } from "@/business/industry";
import { useWords } from "@/i18n/catalogue";
import { useSaveAsYouGo } from "@/ui/as-you-go";
import type { EditOf } from "@/ui/edit";
import { Section } from "@/ui/section";
import type { Business } from "@/business/resource";
import { businessWords } from "@/business/words";
import { settingsWords } from "./words";

type Props = Pick<EditOf<Business, never>, "read" | "resource">;

/** Who the business is, and by which clock it lives. */
export function ProfileSection({ read, resource }: Props) {
  const words = useWords(settingsWords);
  const fields = useWords(businessWords);
  const industries = useIndustries();
  const edit = useSaveAsYouGo({
    name: "business-profile",
    read,
    resource,
    values: ({ name, industry, about, time_zone }: Business) => ({
      name,
      industry,
      about: about ?? "",
      time_zone,
    }),
    patch: ({ about, ...rest }) => ({ ...rest, about: about.trim() === "" ? null : about }),
  });
  const { form } = edit;
  return (
    <Section title={words.business} about={words.businessAbout} edit={edit}>
      <TextInput
        label={fields.businessName}
        autoComplete="organization"
        {...form.getInputProps("name")}
      />
      <NativeSelect label={fields.industry} data={industries} {...form.getInputProps("industry")} />
      <Textarea
        label={fields.about}
        description={words.aboutHint}
        autosize
        minRows={3}
        maxRows={12}
        {...form.getInputProps("about")}
      />
      <Select
        label={fields.timeZone}
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
