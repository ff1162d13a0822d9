import { Button, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { LoginForm } from "./login-page";
import { session } from "./session";
import { useSession } from "./use-session";
import { authWords } from "./words";

/** Over a page whose log-in has run out; the page underneath keeps what was typed, and its requests wait. */
export default function LogInAgainDialog() {
  const state = useSession();
  const words = useWords(authWords);
  return (
    <Modal
      opened={state.status === "expired"}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={words.againTitle}
      zIndex={500}
    >
      <Stack gap="sm">
        <Text c="dimmed">{words.againText}</Text>
        {state.status === "expired" && (
          <LoginForm email={state.who.user.email} done={() => undefined} />
        )}
        <Button variant="subtle" color="gray" onClick={() => void session.logOut()}>
          {words.otherPerson}
        </Button>
      </Stack>
    </Modal>
  );
}
