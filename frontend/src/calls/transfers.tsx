import { Text } from "@mantine/core";
import { IconPhoneIncoming, IconPhoneOff, IconPhoneOutgoing } from "@tabler/icons-react";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import classes from "./calls.module.css";
import type { Transfer } from "./queries";
import { callWords } from "./words";

type Leg = Transfer["legs"][number];

/** Who was rung for the caller, and what came of it; nothing where nobody was. */
export function Transfers({ of }: { of: Transfer[] }) {
  return of.flatMap((transfer) =>
    transfer.legs
      .slice(0, transfer.leg + 1)
      .map((leg, i) => (
        <Rung key={`${transfer.id} ${i}`} leg={leg} transfer={transfer} now={i === transfer.leg} />
      )),
  );
}

function Rung({ leg, transfer, now }: { leg: Leg; transfer: Transfer; now: boolean }) {
  const words = useWords(callWords);
  const Icon =
    leg.result === "connected"
      ? IconPhoneIncoming
      : leg.result == null && transfer.phase !== "ended"
        ? IconPhoneOutgoing
        : IconPhoneOff;
  return (
    <div className={classes.done}>
      <Icon size={18} stroke={1.5} aria-hidden />
      <div>
        <Text fw={550}>
          {words[transfer.asked_by === "rule" ? "rangFirst" : "transferTo"](
            leg.name ?? phone(leg.number),
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {leg.result != null
            ? words[`leg_${leg.result}`]
            : transfer.phase !== "ended"
              ? words[`transfer_${transfer.phase}`]
              : now && transfer.result === "caller_hung_up"
                ? words.leg_caller_hung_up
                : words.leg_called_off}
        </Text>
      </div>
    </div>
  );
}
