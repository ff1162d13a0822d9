import { ActionIcon, Badge, Group, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
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
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      body(
        api.DELETE("/api/v1/receptionists/{id}/knowledge/{entryId}", {
          params: { path: { id: entry.receptionist_id, entryId: entry.id } },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: knowledgeQueries.all });
      toast.done(words.removed(entry.title));
    },
    onError: toast.failed,
  });
  const ask = async () => {
    const sure = await confirm({
      title: words.removeTitle(entry.title),
      body: words.removeText,
      action: words.removeAction,
      danger: true,
    });
    if (sure) {
      remove.mutate();
    }
  };
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
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.editOne(entry.title)}
            onClick={edit}
          >
            <IconPencil size={16} stroke={1.5} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.removeOne(entry.title)}
            loading={remove.isPending}
            onClick={() => void ask()}
          >
            <IconTrash size={16} stroke={1.5} />
          </ActionIcon>
        </Group>
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
