import { Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useClickOutside, useDisclosure } from "@mantine/hooks";
import { lazy, Suspense, type KeyboardEvent } from "react";
import { late } from "@/api/late";
import { useWho } from "@/auth/use-session";
import { useWords } from "@/i18n/catalogue";
import { PersonAvatar } from "@/ui/person";
import classes from "./account-menu.module.css";
import { appWords } from "./words";

const AccountSettings = lazy(() => late(() => import("./account-settings")));

/** Who is signed in, at the foot of the rail. */
export function AccountMenu({ business }: { business: string | undefined }) {
  const words = useWords(appWords);
  const who = useWho();
  const [open, { toggle, close }] = useDisclosure();
  const menu = useClickOutside<HTMLDivElement>(close);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      close();
    }
  };
  return (
    <div ref={menu} className={classes.menu} onKeyDown={pressed}>
      {open && (
        <div className={classes.panel} role="group" aria-label={words.account}>
          <Suspense>
            <AccountSettings />
          </Suspense>
        </div>
      )}
      <UnstyledButton className={classes.target} onClick={toggle} aria-expanded={open}>
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
    </div>
  );
}
