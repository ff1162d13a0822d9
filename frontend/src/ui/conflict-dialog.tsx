import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import type { Choice, Conflict } from "./versioned";
import { uiWords } from "./words";

/** Two versions side by side, and which one should stay. */
export default function ConflictDialog(props: {
  conflict: Conflict;
  opened: boolean;
  close: (choice: Choice) => void;
}) {
  const words = useWords(uiWords);
  const { close } = props;
  return (
    <Modal
      opened={props.opened}
      onClose={() => close("neither")}
      title={words.changedTitle}
      size="lg"
      zIndex={400}
    >
      <Stack>
        <Text>{words.changedText}</Text>
        <Table.ScrollContainer minWidth={0}>
          <Table layout="fixed" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.mine}</Table.Th>
                <Table.Th scope="col">{words.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {props.conflict.rows.map((row) => (
                <Table.Tr key={row.name}>
                  {[row.mine, row.theirs].map((text, i) => (
                    <Table.Td key={i} valign="top">
                      <Text size="xs" c="dimmed">
                        {row.name}
                      </Text>
                      <Text component="div" dir="auto" style={{ whiteSpace: "pre-line" }}>
                        {text}
                      </Text>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => close("neither")}>
            {words.goOnEditing}
          </Button>
          <Button variant="default" onClick={() => close("theirs")}>
            {words.takeTheirs}
          </Button>
          <Button onClick={() => close("mine")}>{words.keepMine}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
