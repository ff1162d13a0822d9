import { Button, SegmentedControl, Stack, useMantineColorScheme } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { api, body } from "@/api/client";
import { session } from "@/auth/session";
import { useWords } from "@/i18n/catalogue";
import { LanguagePicker } from "@/ui/language-picker";
import { useToast } from "@/ui/toast";
import { appWords } from "./words";

/** What a person chooses for this device, and the way out. */
export default function AccountSettings() {
  const words = useWords(appWords);
  const toast = useToast();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="sm" mt="xs">
      <SegmentedControl
        aria-label={words.look}
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: "light", label: words.light },
          { value: "dark", label: words.dark },
          { value: "auto", label: words.system },
        ]}
        size="xs"
      />
      <LanguagePicker
        label={words.language}
        chosen={(language) => {
          // Mails come in it too.
          body(api.PATCH("/api/v1/me", { body: { language } })).catch(toast.failed);
        }}
      />
      <Button
        variant="default"
        leftSection={<IconLogout size={16} stroke={1.5} aria-hidden />}
        onClick={() => void session.logOut()}
      >
        {words.logOut}
      </Button>
    </Stack>
  );
}
