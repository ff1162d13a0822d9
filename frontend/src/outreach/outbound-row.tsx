import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { phone } from "@/ui/format";
import { PersonRow } from "@/ui/person-row";
import { SoftLink } from "@/ui/soft-link";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { outreachQueries, type OutboundCall } from "./queries";
import { outreachWords } from "./words";

/** Somebody who was called, or will be, and what came of it. */
export function OutboundRow({ call }: { call: OutboundCall }) {
  const words = useWords(outreachWords);
  const toast = useToast();
  const queries = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () =>
      body(api.DELETE("/api/v1/outbound-calls/{id}", { params: { path: { id: call.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: outreachQueries.all });
      toast.done(words.takenBack);
    },
    onError: (failure) => {
      toast.failed(failure);
    },
  });
  const last = call.attempts.at(-1);
  const why = call.refused?.detail ?? (call.state === "failed" ? last?.problem : undefined);
  const machine = last?.answered_by?.startsWith("machine") === true;
  return (
    <PersonRow
      number={call.to}
      title={phone(call.to)}
      wish={call.purpose ?? words[`kind_${call.script_type}`]}
      about={
        <>
          {words[call.state]}
          {machine && ` · ${last.message_left ? words.told : words.machine}`}
          {why != null && ` · ${why}`}
          {call.call_id != null && last?.answered_by != null && (
            <>
              {" · "}
              <SoftLink to="/calls/$callId" params={{ callId: call.call_id }}>
                {words.conversation}
              </SoftLink>
            </>
          )}
        </>
      }
      aside={<When at={call.at} />}
      actions={
        call.state === "scheduled" && (
          <Button
            variant="default"
            size="xs"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate()}
          >
            {words.takeBack}
          </Button>
        )
      }
    />
  );
}
