import { Link, useRouter } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { AccountMenu } from "./account-menu";
import { places } from "./nav";
import classes from "./shell.module.css";
import { appWords } from "./words";

/** All places, on the left of a wide screen. */
export function Rail({ business }: { business: string | undefined }) {
  const words = useWords(appWords);
  const router = useRouter();
  return (
    <nav className={classes.rail} aria-label={words.mainMenu}>
      <div className={classes.brand}>
        <img src="/favicon.svg" width={24} height={24} alt="" />
        Frontdesk
      </div>
      {places(router).map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} className={classes.place} activeOptions={{ exact: to === "/" }}>
          <Icon size={20} stroke={1.5} aria-hidden />
          {words[name]}
        </Link>
      ))}
      <div className={classes.spring} />
      <AccountMenu business={business} />
    </nav>
  );
}
