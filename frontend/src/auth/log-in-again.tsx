import { lazy, Suspense, useState } from "react";
import { late } from "@/api/late";
import { useSession } from "./use-session";

const Dialog = lazy(() => late(() => import("./log-in-again-dialog")));

/** Asks for the password when the log-in of this page has run out. */
export function LogInAgain() {
  const expired = useSession().status === "expired";
  const [was, setWas] = useState(false);
  if (expired && !was) {
    setWas(true);
  }
  return was ? (
    <Suspense>
      <Dialog />
    </Suspense>
  ) : null;
}
