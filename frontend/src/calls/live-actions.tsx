import { Button, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { IconMessage, IconPhoneOff, IconPhoneOutgoing } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { receptionistQueries } from "@/receptionist/queries";
import { useApiForm } from "@/ui/api-form";
import { useConfirm } from "@/ui/confirm";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { callQueries, type Call } from "./queries";
import { useWho } from "./who";
import { callWords } from "./words";

/** What can be done with a call that goes on. */
export function LiveActions({ call }: { call: Call }) {
  const words = useWords(callWords);
  const who = useWho()(call);
  const confirm = useConfirm();
  const toast = useToast();
  const client = useQueryClient();
  const [open, setOpen] = useState<"connect" | "say">();
  const transfers = useQuery(callQueries.transfers(call.id)).data?.transfers ?? [];
  const handedOver = transfers.some(({ phase }) => phase !== "chosen" && phase !== "ended");
  const hangUp = useMutation({
    mutationFn: () =>
      body(api.POST("/api/v1/calls/{id}/hangup", { params: { path: { id: call.id } } })),
    onError: toast.failed,
  });
  const ask = async () => {
    const yes = await confirm({
      title: words.hangUpTitle(who),
      body: words.hangUpText,
      action: words.hangUp,
      danger: true,
    });
    if (yes) {
      hangUp.mutate();
    }
  };
  const done = (said: string) => {
    setOpen(undefined);
    toast.done(said);
    void client.invalidateQueries({ queryKey: callQueries.all });
  };
  const close = () => setOpen(undefined);
  return (
    <>
      <Group gap="xs" mt="sm">
        {!handedOver && (
          <>
            <Button
              leftSection={<IconPhoneOutgoing size={18} stroke={1.5} aria-hidden />}
              onClick={() => setOpen("connect")}
            >
              {words.connect}
            </Button>
            <Button
              variant="default"
              leftSection={<IconMessage size={18} stroke={1.5} aria-hidden />}
              onClick={() => setOpen("say")}
            >
              {words.haveSaid}
            </Button>
          </>
        )}
        <Button
          variant="default"
          c="var(--fd-loss)"
          loading={hangUp.isPending}
          leftSection={<IconPhoneOff size={18} stroke={1.5} aria-hidden />}
          onClick={() => void ask()}
        >
          {words.hangUp}
        </Button>
      </Group>
      <Modal opened={open === "connect"} onClose={close} title={words.connectTitle(who)}>
        <ConnectForm call={call} done={() => done(words.connecting)} />
      </Modal>
      <Modal opened={open === "say"} onClose={close} title={words.haveSaidTitle(who)}>
        <SayForm call={call} done={() => done(words.willBeSaid)} />
      </Modal>
    </>
  );
}

function ConnectForm({ call, done }: { call: Call; done: () => void }) {
  const words = useWords(callWords);
  const receptionist = call.receptionist_id;
  const { data: versions = [] } = useQuery({
    ...receptionistQueries.versions(receptionist ?? ""),
    enabled: receptionist != null,
  });
  const config = versions.find(({ number }) => number === call.receptionist_version)?.config;
  const people = config?.transfer_targets.map(({ name }) => name) ?? [];
  const form = useApiForm({ name: "connect-call", initialValues: { target: "", number: "" } });
  const target = form.getValues().target === "" ? people[0] : form.getValues().target;
  const other = target === undefined || target === OTHER;
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ number }) => {
        await body(
          api.POST("/api/v1/calls/{id}/transfer", {
            params: { path: { id: call.id } },
            body: other ? { number: number.replaceAll(/[^+\d]/g, "") } : { target },
          }),
        );
        done();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <NativeSelect
          label={words.connectTo}
          data={[
            ...people.map((name) => ({ value: name, label: name })),
            { value: OTHER, label: words.anotherNumber },
          ]}
          {...form.getInputProps("target")}
          value={target ?? OTHER}
        />
        {other && (
          <TextInput
            label={words.theirNumber}
            type="tel"
            placeholder="+14155550134"
            data-autofocus
            {...form.getInputProps("number")}
          />
        )}
        <Button type="submit" loading={form.busy}>
          {words.connect}
        </Button>
      </Stack>
    </form>
  );
}

/** No name: names are not that long. */
const OTHER = "\u0000";

function SayForm({ call, done }: { call: Call; done: () => void }) {
  const words = useWords(callWords);
  const form = useApiForm({ name: "say-on-call", initialValues: { text: "" } });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ text }) => {
        await body(
          api.POST("/api/v1/calls/{id}/say", {
            params: { path: { id: call.id } },
            body: { text },
          }),
        );
        done();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={words.wordForWord}
          placeholder={words.wordForWordExample}
          data-autofocus
          {...form.getInputProps("text")}
        />
        <Button type="submit" loading={form.busy}>
          {words.haveSaid}
        </Button>
      </Stack>
    </form>
  );
}
