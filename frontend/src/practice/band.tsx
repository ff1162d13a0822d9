import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import { numberQueries, type PhoneNumber } from "@/numbers/queries";
import { practiceQueries } from "./queries";

const somePractise = (numbers: PhoneNumber[]) => numbers.some(({ source }) => source === "sandbox");

const BandContent = lazy(() => late(() => import("./band-content")));

/** Says that nothing here is real, and lets somebody call. Gone where Twilio's own accounts serve. */
export function PracticeBand() {
  const { data: practises } = useQuery({ ...numberQueries.list(), select: somePractise });
  const { data: sandbox } = useQuery({
    ...practiceQueries.sandbox(),
    enabled: practises === true,
  });
  return sandbox == null ? null : (
    <Suspense fallback={null}>
      <BandContent sandbox={sandbox} />
    </Suspense>
  );
}
