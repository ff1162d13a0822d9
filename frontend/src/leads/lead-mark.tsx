import { Badge } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import type { LeadStatus } from "./queries";
import { leadWords } from "./words";

/** How far somebody has come. */
export function LeadMark({ status }: { status: LeadStatus }) {
  const words = useWords(leadWords);
  const accent = status === "new" || status === "won";
  return (
    <Badge
      size="sm"
      tt="none"
      bg={accent ? "var(--fd-accent-tint)" : "var(--fd-hover)"}
      c={accent ? "var(--fd-accent)" : "var(--fd-secondary)"}
    >
      {words[status]}
    </Badge>
  );
}
