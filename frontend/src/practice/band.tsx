import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { practiceQueries } from "./queries";

const BandContent = lazy(() => import("./band-content"));

/** Says that nothing here is real, and lets somebody call. Gone where Twilio's own accounts serve. */
export function PracticeBand() {
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  return sandbox == null ? null : (
    <Suspense fallback={null}>
      <BandContent sandbox={sandbox} />
    </Suspense>
  );
}
