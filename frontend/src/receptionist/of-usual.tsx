import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageHeader } from "@/ui/page-header";
import { ErrorState, SkeletonList } from "@/ui/states";
import { receptionistQueries } from "./queries";

/** A page about the business's usual receptionist, once it is known which one that is. */
export function OfUsual(props: { title: string; page: (receptionist: string) => ReactNode }) {
  const usual = useQuery(receptionistQueries.usual());
  if (typeof usual.data === "string") {
    return props.page(usual.data);
  }
  return (
    <>
      <PageHeader title={props.title} />
      {usual.isError ? (
        <ErrorState error={usual.error} retry={() => void usual.refetch()} />
      ) : (
        <SkeletonList rows={4} rowHeight={84} />
      )}
    </>
  );
}
