import type { QueryClient } from "@tanstack/react-query";
import { createRouter, type RouterHistory } from "@tanstack/react-router";
import { remembered } from "@/auth/browser";
import { SkeletonList } from "@/ui/states";
import { routeTree } from "../routeTree.gen";
import { NotFound, RouteFailed } from "./fallbacks";

export function newRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    ...(history !== undefined && { history }),
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: SkeletonList,
    defaultErrorComponent: RouteFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

/** Sends for the code of the page that will be shown, while it is found out who is signed in. */
export function loadAhead(router: ReturnType<typeof newRouter>) {
  const { pathname } = router.latestLocation;
  const [routes] = router.getMatchedRoutes(remembered.get() ? pathname : "/login");
  for (const route of routes) {
    // What fails is asked for again when it is shown, and said then.
    router.loadRouteChunk(route)?.catch(() => undefined);
  }
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
