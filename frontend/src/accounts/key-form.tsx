import { PasswordInput } from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { AccountForm } from "./account-form";
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
    <AccountForm
      form={form}
      where={words.keyWhere(words[provider])}
      save={async ({ api_key }) => {
        await body(
          api.PUT(`/api/v1/business/credentials/${provider}`, {
            body: { api_key: api_key.trim() },
          }),
        );
        await done();
      }}
    >
      <PasswordInput
        label={words.apiKey}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("api_key")}
      />
    </AccountForm>
  );
}
