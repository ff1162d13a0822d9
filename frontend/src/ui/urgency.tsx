import { Badge } from "@mantine/core";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { uiWords } from "./words";

/** How soon somebody wants it, where that is out of the ordinary. */
export function Urgency({ urgency }: { urgency: Schema<"Urgency"> | null | undefined }) {
  const words = useWords(uiWords);
  switch (urgency) {
    case "emergency":
      return <Mark words={words.emergency} color="loss" />;
    case "high":
      return <Mark words={words.urgent} color="attention" />;
    default:
      return null;
  }
}

function Mark({ words, color }: { words: string; color: "loss" | "attention" }) {
  return (
    <Badge size="sm" tt="none" c={`var(--fd-${color})`} bg={`var(--fd-${color}-tint)`}>
      {words}
    </Badge>
  );
}
