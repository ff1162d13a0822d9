import { Drawer, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { AccountSettings } from "./account-menu";
import { places } from "./nav";
import classes from "./shell.module.css";
import { appWords } from "./words";

/** The first places, at the thumb of whoever holds a phone; the others behind "More". */
export function BottomBar() {
  const words = useWords(appWords);
  const router = useRouter();
  const [open, { open: show, close }] = useDisclosure();
  const all = places(router);
  return (
    <nav className={classes.bar} aria-label={words.quickMenu}>
      {all
        .filter(({ first }) => first)
        .map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === "/" }}>
            <Icon size={22} stroke={1.5} aria-hidden />
            {words[name]}
          </Link>
        ))}
      <button type="button" className={classes.tab} onClick={show} aria-expanded={open}>
        <IconDots size={22} stroke={1.5} aria-hidden />
        {words.more}
      </button>
      <Drawer
        opened={open}
        onClose={close}
        position="bottom"
        size="auto"
        title={words.more}
        radius="lg"
      >
        <Stack gap={2} pb="md">
          {all
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
    </nav>
  );
}
