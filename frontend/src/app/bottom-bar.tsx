import { useDisclosure } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { Link, useLocation, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { places } from "./nav";
import classes from "./shell.module.css";
import { appWords } from "./words";

const MoreDrawer = lazy(() => late(() => import("./more-drawer")));

/** The first places, at the thumb of whoever holds a phone; the others behind "More". */
export function BottomBar() {
  const words = useWords(appWords);
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const behindMore = places(router).some(({ first, to }) => first !== true && path.startsWith(to));
  const [open, { open: show, close }] = useDisclosure();
  const [wanted, setWanted] = useState(false);
  return (
    <nav className={classes.bar} aria-label={words.quickMenu}>
      {places(router)
        .filter(({ first }) => first)
        .map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: to === "/" }}>
            <Icon size={22} stroke={1.5} aria-hidden />
            {words[name]}
          </Link>
        ))}
      <button
        type="button"
        className={classes.tab}
        onClick={() => {
          setWanted(true);
          show();
        }}
        aria-expanded={open}
        data-status={behindMore ? "active" : undefined}
      >
        <IconDots size={22} stroke={1.5} aria-hidden />
        {words.more}
      </button>
      {wanted && (
        <Suspense>
          <MoreDrawer opened={open} close={close} />
        </Suspense>
      )}
    </nav>
  );
}
