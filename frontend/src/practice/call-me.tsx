import { Button, Menu, type ButtonProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChevronDown, IconPhoneIncoming } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { practiceQueries, usePracticeCall } from "./queries";
import { useScenarioName } from "./scenario-name";
import { practiceWords } from "./words";

/**
 * "Call me as…": simulated callers to choose from. Nothing (or `fallback`) where calls are real, or there is no number to
 * ring.
 */
export function CallMe({
  to,
  fallback = null,
  ...look
}: { to?: string; fallback?: ReactNode } & Omit<ButtonProps, "children">) {
  const words = useWords(practiceWords);
  const toast = useToast();
  const nameOf = useScenarioName();
  const call = usePracticeCall();
  const { data: sandbox } = useQuery(practiceQueries.sandbox());
  const number = to ?? sandbox?.numbers[0];
  if (sandbox == null || number === undefined) {
    return fallback;
  }
  return (
    <Menu shadow="md" radius="md" position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          size="compact-sm"
          {...look}
          loading={call.isPending}
          leftSection={<IconPhoneIncoming size={16} stroke={1.5} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
        >
          {words.callMe}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.callMeAt(phone(number))}</Menu.Label>
        {sandbox.scenarios.map(({ id, title }) => (
          <Menu.Item
            key={id}
            onClick={() => call.mutate({ scenario: id, to: number }, { onError: toast.failed })}
          >
            {nameOf(id, title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
