import { Alert } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { modelQueries } from "./models";
import { noticeWords } from "./notice-words";

/** Says in time that a model which a receptionist uses goes away, and what comes after it. Nothing while none does. */
export function ModelNotices({ id, link }: { id?: string; link?: ReactNode }) {
  const words = useWords(noticeWords);
  const locale = useLocale();
  const { data = [] } = useQuery(modelQueries.notices());
  return data
    .filter(({ receptionist_id }) => id === undefined || receptionist_id === id)
    .map(({ receptionist_id, receptionist_name, model, ends_on, served_by, is_gone }) => (
      <Alert
        key={`${receptionist_id} ${model}`}
        color="yellow"
        icon={<IconClockExclamation size={18} stroke={1.5} aria-hidden />}
        title={words.title(receptionist_name)}
      >
        {(is_gone ? words.gone : words.ending)(
          model,
          time(ends_on, "UTC", locale, { dateStyle: "long" }),
          served_by,
        )}{" "}
        {link}
      </Alert>
    ));
}
