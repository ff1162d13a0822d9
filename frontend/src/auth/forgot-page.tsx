import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { anybody } from "./anybody";
import { AuthFrame } from "./frame";
import { LoginLink } from "./login-link";
import { mailedWords } from "./mailed-words";
import { authWords } from "./words";

/** Asks for the address to which a link for a new password goes. */
export function ForgotPage() {
  const words = useWords(authWords);
  const mailed = useWords(mailedWords);
  const [sentTo, setSentTo] = useState<string>();
  const form = useApiForm({
    name: "forgot-password",
    initialValues: { email: "" },
    validate: { email: (email) => (email.trim() === "" ? words.emailMissing : null) },
  });
  return (
    <AuthFrame
      title={sentTo === undefined ? mailed.forgotTitle : mailed.sentTitle}
      about={sentTo === undefined ? mailed.forgotAbout : undefined}
      below={<LoginLink />}
    >
      {sentTo !== undefined ? (
        <Text role="status">{mailed.sentText(sentTo)}</Text>
      ) : (
        <form
          noValidate
          onSubmit={form.send(async ({ email }) => {
            await body(
              anybody.POST("/api/v1/auth/password-reset", { body: { email: email.trim() } }),
            );
            setSentTo(email.trim());
          })}
        >
          <Stack gap="sm">
            <FormProblem problem={form.problem} />
            <TextInput
              label={words.email}
              type="email"
              autoComplete="username"
              {...form.getInputProps("email")}
            />
            <Button type="submit" loading={form.busy} mt="xs">
              {mailed.sendLink}
            </Button>
          </Stack>
        </form>
      )}
    </AuthFrame>
  );
}
