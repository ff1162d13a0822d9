import { RouterProvider } from "@tanstack/react-router";
import { startTransition, StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { fetchMissingStyles } from "@/api/late";
import { Providers } from "@/app/providers";
import { keepFresh, newQueryClient } from "@/app/query-client";
import { loadAhead, newRouter } from "@/app/router";
import { remembered } from "@/auth/browser";
import { prepareDates } from "@/ui/zone";
// Log-in and home both need it: this way, neither needs a file for it.
import "@/ui/form-problem";

fetchMissingStyles();
// After all modules have run, and each by itself: the browser can answer in between.
setTimeout(prepare);

function prepare() {
  const queryClient = newQueryClient();
  keepFresh(queryClient);
  const router = newRouter(queryClient);
  loadAhead(router);
  setTimeout(() => {
    show(
      <StrictMode>
        <Providers queryClient={queryClient}>
          <RouterProvider router={router} />
        </Providers>
      </StrictMode>,
    );
    if (remembered.get()) {
      // While the service is asked who it is.
      setTimeout(prepareDates);
    }
  });
}

function show(app: ReactNode) {
  const root = document.getElementById("root");
  if (root === null) {
    throw new Error("index.html has no #root");
  }
  // In slices.
  startTransition(() => {
    createRoot(root).render(app);
  });
}
