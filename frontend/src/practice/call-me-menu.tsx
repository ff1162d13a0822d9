import { Button, Menu, type ButtonProps } from "@mantine/core";
import { IconChevronDown, IconPhoneIncoming } from "@tabler/icons-react";
import type { Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { usePracticeCall } from "./queries";
import { useScenarioName } from "./scenario-name";
import { practiceWords } from "./words";

/** The button of `CallMe` with its menu, open from the start: it was asked for. */
export default function CallMeMenu({
  to,
  scenarios,
  ...look
}: { to: string; scenarios: Schema<"SandboxScenario">[] } & Omit<ButtonProps, "children">) {
  const words = useWords(practiceWords);
  const toast = useToast();
  const nameOf = useScenarioName();
  const call = usePracticeCall();
  return (
    <Menu
      defaultOpened
      withInitialFocusPlaceholder={false}
      shadow="md"
      radius="md"
      position="bottom-end"
      width={280}
    >
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
        <Menu.Label>{words.callMeAt(phone(to))}</Menu.Label>
        {scenarios.map(({ id, title }) => (
          <Menu.Item
            key={id}
            onClick={() => call.mutate({ scenario: id, to }, { onError: toast.failed })}
          >
            {nameOf(id, title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
