import { Badge, Button, Group, Text } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { EditAndRemove } from "@/ui/edit-and-remove";
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
        <EditAndRemove
          edit={{ label: words.editOne(tool.name), act: acts.edit }}
          remove={{
            label: words.removeOne(tool.name),
            title: words.removeTitle(tool.name),
            text: words.removeText,
            action: words.removeAction,
            done: words.removed(tool.name),
            act: () =>
              body(
                api.DELETE("/api/v1/receptionists/{id}/tools/{toolId}", {
                  params: { path: { id: tool.receptionist_id, toolId: tool.id } },
                }),
              ),
          }}
          queryKey={toolQueries.all}
        >
          <Button
            size="xs"
            variant="default"
            aria-label={words.tryOne(tool.name)}
            onClick={acts.tryIt}
          >
            {words.tryShort}
          </Button>
        </EditAndRemove>
      )}
    </li>
  );
}
