import { Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { When } from "@/ui/when";
import { accountWords } from "./words";

/** What using an account showed: a sentence for each thing that is wrong. */
export function Findings({ outcome }: { outcome: Schema<"AccountViewTest"> }) {
  const words = useWords(accountWords);
  const { ok, findings, tested_at: at } = outcome;
  const Icon = ok ? IconCircleCheck : IconAlertTriangle;
  return (
    <div role="status">
      <Group gap="xs" wrap="nowrap" c={ok ? "var(--fd-accent)" : "var(--fd-loss)"}>
        <Icon size={20} stroke={1.5} aria-hidden style={{ flex: "none" }} />
        <Text fw={550}>{ok ? words.works : words.wrong(findings.length)}</Text>
      </Group>
      {findings.map(({ code, detail }) => (
        <Text key={`${code} ${detail}`} mt={4}>
          {detail}
        </Text>
      ))}
      <Text size="sm" c="dimmed" mt={4}>
        {words.tested} <When at={at} />
      </Text>
    </div>
  );
}
