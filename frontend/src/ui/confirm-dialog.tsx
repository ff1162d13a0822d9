import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import type { Question } from "./confirm";
import { uiWords } from "./words";

export default function ConfirmDialog(props: {
  asked: Question;
  opened: boolean;
  close: (yes: boolean) => void;
}) {
  const words = useWords(uiWords);
  const { asked, close } = props;
  return (
    <Modal
      opened={props.opened}
      onClose={() => close(false)}
      title={asked.title}
      closeButtonProps={{ "aria-label": words.close }}
      zIndex={400}
    >
      <Stack>
        <Text component="div">{asked.body}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => close(false)}>
            {words.cancel}
          </Button>
          <Button
            color={asked.danger === true ? "red.8" : undefined}
            data-autofocus
            onClick={() => close(true)}
          >
            {asked.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
