import { PasswordInput } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { AccountFields } from "./account-fields";
import type { Company } from "./queries";
import { accountWords } from "./words";

/** A company where a key is all that is needed. */
export function KeyForm(props: {
  provider: Exclude<Company, "twilio" | "smtp">;
  done: () => Promise<void>;
}) {
  const { provider, done } = props;
  const words = useWords(accountWords);
  const form = useApiForm({ name: "company-key", initialValues: { api_key: "" } });
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={form.send(async ({ api_key }) => {
        await body(
          api.PUT(`/api/v1/business/credentials/${provider}`, {
            body: { api_key: api_key.trim() },
          }),
        );
        await done();
      })}
    >
      <AccountFields form={form} where={words.keyWhere(words[provider])}>
        <PasswordInput
          label={words.apiKey}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("api_key")}
        />
      </AccountFields>
    </form>
  );
}
