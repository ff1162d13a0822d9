import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import type { NewProgram } from "./queries";
import { programWords } from "./words";

/** What a new program logs in with. */
export function ShownOnce({ program, done }: { program: NewProgram; done: () => void }) {
  const words = useWords(programWords);
  return (
    <Stack gap="md">
      <Alert
        role="alert"
        title={words.onceTitle}
        styles={{
          root: { background: "var(--fd-attention-tint)" },
          title: { color: "var(--fd-attention)" },
          message: { color: "var(--fd-ink)" },
        }}
      >
        {words.onceAbout}
      </Alert>
      <Kept name={words.clientId} value={program.id} copy={words.copyId} />
      <Kept name={words.secret} value={program.secret} copy={words.copySecret} />
      <Group justify="flex-end">
        <Button onClick={done}>{words.keptIt}</Button>
      </Group>
    </Stack>
  );
}

function Kept({ name, value, copy }: { name: string; value: string; copy: string }) {
  const words = useWords(programWords);
  return (
    <div>
      <Text fw={550}>{name}</Text>
      <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {value}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy: toClipboard }) => (
          <Button variant="default" size="compact-sm" mt={4} onClick={toClipboard}>
            {copied ? words.copied : copy}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
