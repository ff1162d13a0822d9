import "@/ui/theme.css";
import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/global.layer.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { ConfirmProvider } from "@/ui/confirm";
import { useSoon } from "@/ui/soon";
import { cssVariables, theme } from "@/ui/theme";
import { ConflictProvider } from "@/ui/versioned";
import { uiWords } from "@/ui/words";

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
  const { close } = useWords(uiWords);
  const named = useMemo(() => withNames(theme, close), [close]);
  return (
    <MantineProvider
      theme={named}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      env={props.test === true ? "test" : "default"}
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      <QueryClientProvider client={props.queryClient}>
        <ConfirmProvider>
          <ConflictProvider>{props.children}</ConflictProvider>
        </ConfirmProvider>
      </QueryClientProvider>
      <ToastsSoon afterMs={props.test === true ? 0 : undefined} />
    </MantineProvider>
  );
}

/** What has no words to be seen, named in the reader's language. */
function withNames(of: typeof theme, close: string): typeof theme {
  const closing = { defaultProps: { "aria-label": close } };
  return { ...of, components: { ...of.components, CloseButton: closing } };
}

/** Loaded when the page is there, and before there is a toast: one may have to say that the service is gone. */
function ToastsSoon({ afterMs }: { afterMs: number | undefined }) {
  return (
    useSoon(afterMs) && (
      <Suspense>
        <Toasts />
      </Suspense>
    )
  );
}
