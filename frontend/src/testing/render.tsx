import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { Providers } from "@/app/providers";
import { keepFresh, newQueryClient } from "@/app/query-client";
import { newRouter } from "@/app/router";
import { session } from "@/auth/session";

/** The whole page at `path`, as somebody who is signed in sees it. */
export async function renderApp(path: string, { signedIn = true } = {}) {
  if (signedIn) {
    await session.logIn({ email: "ana@example.com", password: "correct horse" });
  }
  const queryClient = newQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  keepFresh(queryClient);
  const router = newRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  // What a page shows while its code is fetched comes after a while: by then a test, and its page, may be over.
  router.update({ ...router.options, defaultPendingMs: Infinity });
  const view = render(
    <Providers queryClient={queryClient} test>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...view, router, queryClient, user: userEvent.setup() };
}

/** A component on its own, without a route around it. */
export function renderPart(part: ReactNode) {
  const view = render(
    <Providers queryClient={newQueryClient()} test>
      {part}
    </Providers>,
  );
  return { ...view, user: userEvent.setup() };
}
