import { Button, Card, Group, Stack, Title } from "@mantine/core";
import { lazy, Suspense, useId, useRef, useState, type ReactNode } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import type { EditOf } from "@/ui/edit";
import { WhenDone } from "@/ui/section";
import { SkeletonList } from "@/ui/states";
import type { FormName } from "./letter-form";
import { letterWords } from "./letter-words";
import type { Receptionist } from "./queries";

const LetterForm = lazy(() => late(() => import("./letter-form")));

/** A part of the letter to read; the form in which it is changed is fetched once it is wanted, and takes its place. */
export function LetterPart({
  title,
  form,
  children,
  ...edit
}: {
  title: string;
  form: FormName;
  children: ReactNode;
} & Pick<EditOf<Receptionist, never>, "read" | "resource">) {
  const words = useWords(letterWords);
  const id = useId();
  const [open, setOpen] = useState(false);
  const cameBack = useRef(false);
  const goBack = () => {
    cameBack.current = true;
    setOpen(false);
  };
  if (open) {
    return (
      <WhenDone value={goBack}>
        <Suspense fallback={<SkeletonList rows={1} rowHeight={260} />}>
          <LetterForm form={form} {...edit} />
        </Suspense>
      </WhenDone>
    );
  }
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          <Button
            ref={(button) => {
              // Where the keyboard was, it is again.
              if (cameBack.current) {
                button?.focus();
                cameBack.current = false;
              }
            }}
            variant="subtle"
            size="compact-sm"
            aria-label={words.change(title)}
            onClick={() => setOpen(true)}
          >
            {words.changeShort}
          </Button>
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
