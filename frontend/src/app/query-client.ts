import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/api/problem";
import { service } from "@/api/service";
import { session } from "@/auth/session";

/** Server state. What the service refuses is not asked again; what it did not answer is, once it is back. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2,
      },
      mutations: { retry: false },
    },
  });
}

/** Forgets everything when another person or business comes in, and reads again when the service is back. */
export function keepFresh(queries: QueryClient): () => void {
  let tenant: string | undefined;
  let wasDown = false;
  const stopSession = session.subscribe(() => {
    const state = session.state();
    const next = "who" in state ? `${state.who.tenant.id} ${state.who.user.id}` : undefined;
    if (next !== tenant) {
      queries.clear();
    }
    tenant = next;
  });
  const stopService = service.subscribe(() => {
    if (wasDown && !service.isDown()) {
      void queries.invalidateQueries();
    }
    wasDown = service.isDown();
  });
  return () => {
    stopSession();
    stopService();
  };
}
