import { Button, SegmentedControl, Stack, useMantineColorScheme } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { session } from "@/auth/session";
import { useWords } from "@/i18n/catalogue";
import { LanguagePicker } from "@/ui/language-picker";
import { appWords } from "./words";

/** What a person chooses for this device, and the way out. */
export default function AccountSettings() {
  const words = useWords(appWords);
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
      <LanguagePicker label={words.language} />
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
