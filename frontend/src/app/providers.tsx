import "@/ui/theme.css";
import "@fontsource-variable/inter/index.css";
import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/global.layer.css";
import "virtual:theme.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { lazy, Suspense, useEffect, useMemo, type ReactNode } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { ConfirmProvider } from "@/ui/confirm";
import { AFTER_PAGE_MS } from "@/ui/soon";
import { theme } from "@/ui/theme";
import { useToasted } from "@/ui/toast";
import { ConflictProvider } from "@/ui/versioned";
import { uiWords } from "@/ui/words";

const loadToasts = () => late(() => import("./toasts"));
const Toasts = lazy(loadToasts);

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
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
      env={props.test === true ? "test" : "default"}
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      <QueryClientProvider client={props.queryClient}>
        <ConfirmProvider>
          <ConflictProvider>{props.children}</ConflictProvider>
        </ConfirmProvider>
      </QueryClientProvider>
      <ToastsWhenNeeded />
    </MantineProvider>
  );
}

/** What has no words to be seen, named in the reader's language. */
function withNames(of: typeof theme, close: string): typeof theme {
  const closing = { defaultProps: { "aria-label": close } };
  return { ...of, components: { ...of.components, CloseButton: closing } };
}

/** Drawn once there is a toast; loaded before that, when the page is there: one may have to say that the service is gone. */
function ToastsWhenNeeded() {
  useEffect(() => {
    const timer = setTimeout(() => void loadToasts(), AFTER_PAGE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    useToasted() && (
      <Suspense>
        <Toasts />
      </Suspense>
    )
  );
}
