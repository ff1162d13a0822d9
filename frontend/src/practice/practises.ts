import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWho } from "@/auth/use-session";
import { numberQueries, type PhoneNumber } from "@/numbers/queries";

const KEY = "frontdesk-practises";

const somePractise = (numbers: PhoneNumber[]) => numbers.some(({ source }) => source === "sandbox");

/**
 * Whether calls to this business are simulated. Until that is known, what was known at the last visit: the page is laid
 * out right from the start.
 */
export function usePractises(): boolean {
  const tenant = useWho()?.tenant.id;
  const { data: practises } = useQuery({ ...numberQueries.list(), select: somePractise });
  useEffect(() => {
    if (practises !== undefined && tenant !== undefined) {
      remember(practises ? tenant : undefined);
    }
  }, [practises, tenant]);
  return practises ?? (tenant !== undefined && remembered() === tenant);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(tenant: string | undefined) {
  try {
    if (tenant === undefined) {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, tenant);
    }
  } catch {
    // Storage is switched off: the band comes a moment later.
  }
}
