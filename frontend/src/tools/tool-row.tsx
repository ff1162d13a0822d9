import { ActionIcon, Badge, Button, Group, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { useToast } from "@/ui/toast";
import { toolQueries, type Tool } from "./queries";
import classes from "./tools.module.css";
import { toolWords } from "./words";

/** Something that the receptionist may ask of another system. */
export function ToolRow(props: {
  tool: Tool;
  acts: { edit: () => void; tryIt: () => void } | undefined;
}) {
  const { tool, acts } = props;
  const words = useWords(toolWords);
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      body(
        api.DELETE("/api/v1/receptionists/{id}/tools/{toolId}", {
          params: { path: { id: tool.receptionist_id, toolId: tool.id } },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: toolQueries.all });
      toast.done(words.removed(tool.name));
    },
    onError: toast.failed,
  });
  const ask = async () => {
    const sure = await confirm({
      title: words.removeTitle(tool.name),
      body: words.removeText,
      action: words.removeAction,
      danger: true,
    });
    if (sure) {
      remove.mutate();
    }
  };
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={550} ff="monospace">
            {tool.name}
          </Text>
          <Badge variant="outline" color="gray" tt="none">
            {tool.safe ? words.looks : words.changes}
          </Badge>
        </Group>
        <Text dir="auto">{tool.description}</Text>
        <Text size="xs" c="dimmed" ff="monospace" className={classes.address}>
          {tool.method.toUpperCase()} {tool.url}
        </Text>
      </div>
      {acts !== undefined && (
        <Group gap={4} wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            aria-label={words.tryOne(tool.name)}
            onClick={acts.tryIt}
          >
            {words.tryShort}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.editOne(tool.name)}
            onClick={acts.edit}
          >
            <IconPencil size={16} stroke={1.5} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={words.removeOne(tool.name)}
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
