import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { createContext, useContext, useId, type ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import type { useSaveAsYouGo } from "./as-you-go";
import { FormProblem } from "./form-problem";
import { uiWords } from "./words";

/** The form of `useSaveAsYouGo`. */
type Edited = Pick<
  ReturnType<typeof useSaveAsYouGo>,
  "around" | "discard" | "progress" | "saveNow" | "undo"
> & { form: { problem: string | undefined; errors: object } };

/** Goes back to what the form has taken the place of, where it has. */
export const WhenDone = createContext<(() => void) | undefined>(undefined);

/** A card with a form in it that is saved as one goes, and says so; what was saved can be taken back. */
export function Section(props: {
  title: string;
  about?: ReactNode;
  edit: Edited;
  children: ReactNode;
}) {
  const { edit } = props;
  const words = useWords(uiWords);
  const id = useId();
  const goBack = useContext(WhenDone);
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <form {...edit.around}>
        <Stack gap="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Title order={2} size="h3" id={id}>
                {props.title}
              </Title>
              {props.about !== undefined && <Text c="dimmed">{props.about}</Text>}
            </div>
            {goBack !== undefined && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() =>
                  void edit.saveNow().then((saved) => {
                    if (saved) {
                      goBack();
                    }
                  })
                }
              >
                {words.done}
              </Button>
            )}
          </Group>
          {props.children}
          <FormProblem problem={edit.form.problem} />
          <SavedAsYouGo {...edit} />
        </Stack>
      </form>
    </Card>
  );
}

/** How it stands with what was changed; as high whether there is something to say or not. */
export function SavedAsYouGo({ form, progress, undo, saveNow, discard }: Edited) {
  const words = useWords(uiWords);
  const text = {
    none: "",
    waiting: words.notSavedYet,
    saving: words.saving,
    saved: words.saved,
    undone: words.undone,
    refused: Object.keys(form.errors).length > 0 ? words.notSaved : words.notSavedYet,
  }[progress];
  return (
    <Group gap="xs" mih={26} mt={-4} mb={-14}>
      {progress === "saved" && <IconCheck size={16} color="var(--fd-live)" aria-hidden />}
      <Text role="status" size="sm" c={progress === "refused" ? "var(--fd-loss)" : "dimmed"}>
        {text}
      </Text>
      {undo !== undefined && (progress === "saved" || progress === "undone") && (
        <Button variant="subtle" size="compact-sm" onClick={() => void undo()}>
          {words.undo}
        </Button>
      )}
      {progress === "refused" && (
        <>
          <Button variant="default" size="compact-sm" onClick={() => void saveNow()}>
            {words.tryAgain}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={discard}>
            {words.discard}
          </Button>
        </>
      )}
    </Group>
  );
}
