import {
  Button,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
  useMantineColorScheme,
} from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { session } from "@/auth/session";
import { useWho } from "@/auth/use-session";
import { useWords } from "@/i18n/catalogue";
import { LanguagePicker } from "@/ui/language-picker";
import { PersonAvatar } from "@/ui/person";
import classes from "./account-menu.module.css";
import { appWords } from "./words";

/** Who is signed in, at the foot of the rail. */
export function AccountMenu({ business }: { business: string | undefined }) {
  const words = useWords(appWords);
  const who = useWho();
  return (
    <Popover position="top-start" width={264} shadow="md" radius="lg" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.target}>
          <VisuallyHidden>{words.account}</VisuallyHidden>
          <PersonAvatar name={business ?? who?.tenant.name} size={32} />
          <span className={classes.names}>
            <Text fw={550} truncate>
              {business ?? who?.tenant.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {who?.user.email}
            </Text>
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <AccountSettings />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a person chooses for this device, and the way out. */
export function AccountSettings() {
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
