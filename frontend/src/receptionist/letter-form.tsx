import type { EditOf } from "@/ui/edit";
import { LimitsSection } from "./limits-section";
import { MenuSection } from "./menu-section";
import type { Receptionist } from "./queries";
import { DutySection, IntakeSection, OpeningSection } from "./sections";
import { SeriousSection } from "./serious-section";
import { VoiceSection } from "./voice-section";

const FORMS = {
  opening: OpeningSection,
  duty: DutySection,
  intake: IntakeSection,
  voice: VoiceSection,
  menu: MenuSection,
  serious: SeriousSection,
  limits: LimitsSection,
};

export type FormName = keyof typeof FORMS;

/** The form of a part of the letter. */
export default function LetterForm({
  form,
  ...edit
}: { form: FormName } & Pick<EditOf<Receptionist, never>, "read" | "resource">) {
  const Form = FORMS[form];
  return <Form {...edit} />;
}
