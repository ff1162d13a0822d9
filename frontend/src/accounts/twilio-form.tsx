import { PasswordInput, TextInput } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { AccountFields } from "./account-fields";
import { accountWords } from "./words";

/** An account at Twilio. */
export function TwilioForm({ sid, done }: { sid: string; done: () => Promise<void> }) {
  const words = useWords(accountWords);
  const form = useApiForm({
    name: "twilio-account",
    initialValues: { account_sid: sid, auth_token: "" },
  });
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={form.send(async (values) => {
        await body(
          api.PUT("/api/v1/business/credentials/twilio", {
            body: {
              account_sid: values.account_sid.trim(),
              auth_token: values.auth_token.trim(),
            },
          }),
        );
        await done();
      })}
    >
      <AccountFields form={form} where={words.twilioWhere}>
        <TextInput
          label={words.accountSid}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps("account_sid")}
        />
        <PasswordInput
          label={words.authToken}
          autoComplete="off"
          {...form.getInputProps("auth_token")}
        />
      </AccountFields>
    </form>
  );
}
