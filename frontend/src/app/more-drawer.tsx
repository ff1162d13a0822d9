import { Drawer, Stack } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import AccountSettings from "./account-settings";
import { places } from "./nav";
import classes from "./shell.module.css";
import { appWords } from "./words";

/** On a phone: the places that the bar has no room for, and what a person chooses. */
export default function MoreDrawer({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords(appWords);
  const router = useRouter();
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="bottom"
      size="auto"
      title={words.more}
      radius="lg"
    >
      <Stack gap={2} pb="md">
        {places(router)
          .filter(({ first }) => !first)
          .map(({ to, name, icon: Icon }) => (
            <Link key={to} to={to} className={classes.place} onClick={close}>
              <Icon size={20} stroke={1.5} aria-hidden />
              {words[name]}
            </Link>
          ))}
        <AccountSettings />
      </Stack>
    </Drawer>
  );
}
