import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { PageHeader } from "@/ui/page-header";
import { EmptyState } from "@/ui/states";
import { useWho } from "./use-session";
import { authWords } from "./words";

/** Whether who is signed in is an owner or an admin. */
export function useManages(): boolean {
  const role = useWho()?.user.role;
  return role === "owner" || role === "admin";
}

/** A page named `name` that owners and admins see; to others it says whom to ask. */
export function ManagersOnly({ name, children }: { name: string; children: ReactNode }) {
  const words = useWords(authWords);
  if (useManages()) {
    return children;
  }
  return (
    <>
      <PageHeader title={name} />
      <EmptyState title={words.notYours}>{words.notYoursAbout}</EmptyState>
    </>
  );
}
