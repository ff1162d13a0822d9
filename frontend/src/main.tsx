import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { fetchMissingStyles } from "@/api/late";
import { Providers } from "@/app/providers";
import { keepFresh, newQueryClient } from "@/app/query-client";
import { loadAhead, newRouter } from "@/app/router";
// Log-in and home both need it: this way, neither needs a file for it.
import "@/ui/form-problem";

fetchMissingStyles();
// After all modules have run, and by itself: the browser can answer in between.
setTimeout(start);

function start() {
  const queryClient = newQueryClient();
  keepFresh(queryClient);
  const router = newRouter(queryClient);
  loadAhead(router);

  const root = document.getElementById("root");
  if (root === null) {
    throw new Error("index.html has no #root");
  }
  createRoot(root).render(
    <StrictMode>
      <Providers queryClient={queryClient}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
