import { Button, type ButtonProps } from "@mantine/core";
import { IconChevronDown, IconPhoneIncoming } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { usePractises } from "./practises";
import { practiceQueries } from "./queries";
import { practiceWords } from "./words";

const CallMeMenu = lazy(() => late(() => import("./call-me-menu")));

type Look = Omit<ButtonProps, "children">;

/** "Call me as…": simulated callers to choose from. Nothing where calls are real, or there is no number to ring. */
export function CallMe({ to, ...look }: { to?: string } & Look) {
  const practises = usePractises();
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const number = to ?? sandbox?.numbers[0];
  if (sandbox == null || number === undefined) {
    return sandbox === undefined && practises ? <Place {...look} /> : null;
  }
  return (
    <Suspense fallback={<Place {...look} />}>
      <CallMeMenu to={number} scenarios={sandbox.scenarios} {...look} />
    </Suspense>
  );
}

/** Keeps the button's place until it has come. */
function Place(look: Look) {
  const words = useWords(practiceWords);
  return (
    <Button
      size="compact-sm"
      {...look}
      style={{ visibility: "hidden" }}
      leftSection={<IconPhoneIncoming size={16} stroke={1.5} aria-hidden />}
      rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
    >
      {words.callMe}
    </Button>
  );
}
