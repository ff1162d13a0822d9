import { NativeSelect, NumberInput, PasswordInput, TextInput } from "@mantine/core";
import { api, body, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { AccountFields } from "./account-fields";
import { accountWords } from "./words";

type MailServer = Schema<"MailForm">;

const SECURITIES = ["tls", "starttls", "none"] as const satisfies MailServer["security"][];

/** A log-in at a mail server. Its password is asked for again each time: nobody can read it. */
export function MailForm({ settings, done }: { settings: unknown; done: () => Promise<void> }) {
  const words = useWords(accountWords);
  const form = useApiForm({
    name: "mail-server",
    initialValues: { ...EMPTY, ...(settings as Partial<MailServer>), password: "" },
  });
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={form.send(async (values) => {
        await body(
          api.PUT("/api/v1/business/credentials/smtp", {
            body: {
              ...values,
              host: values.host.trim(),
              port: Number(values.port),
              username: values.username.trim(),
              from: values.from.trim(),
            },
          }),
        );
        await done();
      })}
    >
      <AccountFields form={form} where={words.smtpWhere}>
        <TextInput
          label={words.host}
          placeholder="smtp.example.com"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps("host")}
        />
        <NumberInput
          label={words.port}
          allowDecimal={false}
          hideControls
          clampBehavior="none"
          {...form.getInputProps("port")}
        />
        <NativeSelect
          label={words.security}
          data={SECURITIES.map((value) => ({ value, label: words[value] }))}
          {...form.getInputProps("security")}
        />
        <TextInput
          label={words.username}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("username")}
        />
        <PasswordInput
          label={words.password}
          autoComplete="new-password"
          {...form.getInputProps("password")}
        />
        <TextInput
          label={words.from}
          description={words.fromHint}
          type="email"
          autoComplete="off"
          {...form.getInputProps("from")}
        />
      </AccountFields>
    </form>
  );
}

const EMPTY: Omit<MailServer, "port"> & { port: number | string } = {
  host: "",
  port: 587,
  security: "starttls",
  username: "",
  password: "",
  from: "",
};
