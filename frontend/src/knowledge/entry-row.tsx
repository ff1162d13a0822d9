import { Badge, Group, Text } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { EditAndRemove } from "@/ui/edit-and-remove";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { dayText } from "@/ui/zoned";
import { lastDay } from "./expiry";
import classes from "./knowledge.module.css";
import { knowledgeQueries, type Entry } from "./queries";
import { knowledgeWords } from "./words";

/** Something that the receptionist knows. */
export function EntryRow({ entry, edit }: { entry: Entry; edit: (() => void) | undefined }) {
  const words = useWords(knowledgeWords);
  return (
    <li className={classes.row} id={entry.id}>
      <div className={classes.words}>
        <Text fw={550} dir="auto">
          {entry.title}
        </Text>
        <Text size="sm" c="dimmed" lineClamp={3} dir="auto">
          {entry.text}
        </Text>
        <Group gap="xs" mt={4}>
          {entry.file_name != null && (
            <Text size="xs" c="dimmed">
              {entry.file_name}
            </Text>
          )}
          <Until entry={entry} />
        </Group>
      </div>
      {edit !== undefined && (
        <EditAndRemove
          edit={{ label: words.editOne(entry.title), act: edit }}
          remove={{
            label: words.removeOne(entry.title),
            title: words.removeTitle(entry.title),
            text: words.removeText,
            action: words.removeAction,
            done: words.removed(entry.title),
            act: () =>
              body(
                api.DELETE("/api/v1/receptionists/{id}/knowledge/{entryId}", {
                  params: { path: { id: entry.receptionist_id, entryId: entry.id } },
                }),
              ),
          }}
          queryKey={knowledgeQueries.all}
        />
      )}
    </li>
  );
}

/** How long it holds, where it does not for ever. */
function Until({ entry }: { entry: Entry }) {
  const words = useWords(knowledgeWords);
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  if (entry.expires_at == null) {
    return null;
  }
  const day = dayText(lastDay(entry.expires_at, zone), locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return new Date(entry.expires_at) <= now ? (
    <Badge variant="outline" color="gray" tt="none">
      {words.expired(day)}
    </Badge>
  ) : (
    <Text size="xs" c="dimmed">
      {words.until(day)}
    </Text>
  );
}
