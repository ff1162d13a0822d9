import { Button, type ButtonProps } from "@mantine/core";
import { IconChevronDown, IconPhoneIncoming } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { usePractises } from "./practises";
import { practiceQueries } from "./queries";
import { practiceWords } from "./words";

const load = () => late(() => import("./call-me-menu"));
const CallMeMenu = lazy(load);

/**
 * "Call me as…": simulated callers to choose from. Nothing where calls are real, or there is no number to ring. The menu
 * is heavy: it comes when somebody is about to open it.
 */
export function CallMe({ to, ...look }: { to?: string } & Omit<ButtonProps, "children">) {
  const words = useWords(practiceWords);
  const practises = usePractises();
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const [opened, setOpened] = useState(false);
  const number = to ?? sandbox?.numbers[0];
  if (sandbox === undefined ? !practises : sandbox === null || number === undefined) {
    return null;
  }
  const button = (
    <Button
      size="compact-sm"
      {...look}
      aria-haspopup="menu"
      loading={opened}
      leftSection={<IconPhoneIncoming size={16} stroke={1.5} aria-hidden />}
      rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setOpened(true)}
    >
      {words.callMe}
    </Button>
  );
  return opened && sandbox != null && number !== undefined ? (
    <Suspense fallback={button}>
      <CallMeMenu to={number} scenarios={sandbox.scenarios} {...look} />
    </Suspense>
  ) : (
    button
  );
}
