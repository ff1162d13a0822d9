import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import classes from "./numbers.module.css";
import type { PhoneNumber } from "./queries";
import { useNumberActions } from "./resource";
import { numberWords } from "./words";

const ICONS = { ok: IconCircleCheck, wrong: IconAlertTriangle, unknown: IconHelpCircle };

/** Whether a number's calls arrive, as last seen at Twilio, and the way to see again. */
export function Health({ number }: { number: PhoneNumber }) {
  const words = useWords(numberWords);
  const toast = useToast();
  const { verify } = useNumberActions();
  const { state, checked_at: checkedAt, detail } = number.webhooks;
  const Icon = ICONS[state];
  const check = () => {
    verify.mutate(number.id, {
      onSuccess: ({ webhooks }) => {
        toast.done(
          { ok: words.mended, wrong: words.stillWrong, unknown: words.noAnswer }[webhooks.state],
        );
      },
      onError: toast.failed,
    });
  };
  return (
    <div className={classes.health} data-state={state}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <div className={classes.seen}>
        <Text fw={550} component="span">
          {words[state]}
        </Text>{" "}
        {checkedAt != null && (
          <Text component="span" c="dimmed">
            · {words.checked} <When at={checkedAt} />
          </Text>
        )}
        {detail != null && (
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
        )}
      </div>
      <Button
        variant={state === "wrong" ? "filled" : "default"}
        size="compact-sm"
        loading={verify.isPending}
        onClick={check}
      >
        {state === "wrong" ? words.repair : words.check}
      </Button>
    </div>
  );
}
