import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Modal,
  NativeSelect,
  Stack,
  TextInput,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { staffQueries } from "@/receptionist/queries";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { calendarQueries, type ConnectedCalendar } from "./queries";
import { calendarWords } from "./words";

type Kind = ConnectedCalendar["kind"];

/** Connects a calendar; a feed's address is shown this once, and a click beside it does not take that away. */
export function Connect({ kind, close }: { kind: Kind | undefined; close: () => void }) {
  const words = useWords(calendarWords);
  const common = useWords(uiWords);
  const [address, setAddress] = useState<string>();
  const done = () => {
    setAddress(undefined);
    close();
  };
  return (
    <Modal
      opened={kind !== undefined}
      onClose={done}
      closeOnClickOutside={address === undefined}
      closeOnEscape={address === undefined}
      title={kind === "feed" ? words.feed : words.read}
      closeButtonProps={{ "aria-label": common.close }}
    >
      {address === undefined ? (
        kind !== undefined && <ConnectForm kind={kind} close={done} show={setAddress} />
      ) : (
        <Stack gap="md">
          <Alert
            role="alert"
            title={words.onceTitle}
            styles={{
              root: { background: "var(--fd-attention-tint)" },
              title: { color: "var(--fd-attention)" },
              message: { color: "var(--fd-ink)" },
            }}
          >
            {words.onceAbout}
          </Alert>
          <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {address}
          </Code>
          <Group justify="space-between">
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
            <Button onClick={done}>{words.done}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function ConnectForm(props: { kind: Kind; close: () => void; show: (address: string) => void }) {
  const words = useWords(calendarWords);
  const toast = useToast();
  const queries = useQueryClient();
  const { data: staff = [] } = useQuery(staffQueries.bookable());
  const form = useApiForm({
    name: "connect-calendar",
    initialValues: { name: "", url: "", staff_id: "" },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ name, url, staff_id }) => {
        const made = await body(
          api.POST("/api/v1/calendars", {
            body: {
              kind: props.kind,
              name: name.trim(),
              url: props.kind === "ics" ? url.trim() : null,
              staff_id: staff_id === "" ? null : staff_id,
            },
          }),
        );
        await queries.invalidateQueries({ queryKey: calendarQueries.all });
        if (made.url == null) {
          toast.done(words.connected(made.name));
          props.close();
        } else {
          props.show(made.url);
        }
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={words.calendarName}
          description={words.calendarNameHint}
          data-autofocus
          {...form.getInputProps("name")}
        />
        {props.kind === "ics" && (
          <TextInput
            label={words.address}
            description={words.addressHint}
            placeholder="https://calendar.example.com/private-1f3a/basic.ics"
            type="url"
            autoComplete="off"
            {...form.getInputProps("url")}
          />
        )}
        <NativeSelect
          label={words.whose}
          data={[
            { value: "", label: words.everybody },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps("staff_id")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {props.kind === "ics" ? words.read : words.feed}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
