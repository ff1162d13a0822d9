import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles.css";
import "@/ui/theme.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { lazy, Suspense, type ReactNode } from "react";
import { late } from "@/api/late";
import { ConfirmProvider } from "@/ui/confirm";
import { cssVariables, theme } from "@/ui/theme";

const Toasts = lazy(() => late(() => import("./toasts")));

/** What the service's content security policy allows styles by; none under `npm run dev`. */
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;
if (nonce !== undefined) {
  setNonce(nonce);
}

export function Providers(props: {
  queryClient: QueryClient;
  children: ReactNode;
  test?: boolean;
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      env={props.test === true ? "test" : "default"}
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      <QueryClientProvider client={props.queryClient}>
        <ConfirmProvider>{props.children}</ConfirmProvider>
      </QueryClientProvider>
      <Suspense>
        <Toasts />
      </Suspense>
    </MantineProvider>
  );
}
