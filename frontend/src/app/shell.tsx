import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { service } from "@/api/service";
import { LogInAgain } from "@/auth/log-in-again";
import { useSession } from "@/auth/use-session";
import { businessQueries } from "@/business/queries";
import { useWords } from "@/i18n/catalogue";
import { useLiveConnection } from "@/live/use-live";
import { PracticeBand } from "@/practice/band";
import { InSlices } from "@/ui/states";
import { useRail } from "@/ui/wide";
import { Zone } from "@/ui/zone";
import { BottomBar } from "./bottom-bar";
import { Keys } from "./keys";
import { Rail } from "./rail";
import classes from "./shell.module.css";
import { appWords } from "./words";

/** The frame around the pages of whoever is signed in. */
export function Shell() {
  const words = useWords(appWords);
  const { data: business } = useQuery(businessQueries.profile());
  const rail = useRail();
  const down = useSyncExternalStore(service.subscribe, service.isDown);
  useLeaveWhenSignedOut();
  useLiveConnection();

  return (
    <InSlices>
      <div className={classes.frame}>
        <a className={classes.skip} href="#content">
          {words.skip}
        </a>
        {rail && <Rail business={business?.name} />}
        <div className={classes.side}>
          <PracticeBand />
          {down && (
            <div className={classes.down} role="alert">
              {words.downBand}
            </div>
          )}
          <main className={classes.main} id="content" tabIndex={-1}>
            <Zone value={business?.time_zone}>
              <Outlet />
            </Zone>
          </main>
        </div>
        {!rail && <BottomBar />}
        <Zone value={business?.time_zone}>
          <Keys />
        </Zone>
        <LogInAgain />
      </div>
    </InSlices>
  );
}

function useLeaveWhenSignedOut() {
  const { status } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (status === "signed_out") {
      void router.navigate({ to: "/login", search: {} });
    }
  }, [status, router]);
}
