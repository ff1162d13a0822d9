import { Button, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { anybody } from "./anybody";
import { AuthFrame } from "./frame";
import { LinkDead } from "./link-dead";
import { LoginLink } from "./login-link";
import { isAboutToken, useMailedToken } from "./mailed";
import { passwordRule } from "./password-rule";
import { session } from "./session";
import { mailedWords } from "./mailed-words";
import { authWords } from "./words";

/** Chooses a new password with a mailed link. */
export function ResetPage() {
  const words = useWords(authWords);
  const mailed = useWords(mailedWords);
  const token = useMailedToken();
  const [state, setState] = useState<"open" | "done" | "dead">("open");
  const form = useApiForm({
    name: "new-password",
    initialValues: { password: "" },
    validate: { password: passwordRule(words) },
  });
  if (token === undefined || state === "dead") {
    return <LinkDead text={mailed.resetDead} askAgain />;
  }
  if (state === "done") {
    return (
      <AuthFrame title={mailed.resetDone} below={<LoginLink />}>
        <Text role="status">{mailed.resetDoneText}</Text>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={mailed.resetTitle} about={mailed.resetAbout} below={<LoginLink />}>
      <form
        noValidate
        onSubmit={form.send(async ({ password }) => {
          try {
            await body(
              anybody.POST("/api/v1/auth/password-reset/confirm", { body: { token, password } }),
            );
          } catch (failure) {
            if (isAboutToken(failure)) {
              setState("dead");
              return;
            }
            throw failure;
          }
          // Every session has ended, one in this browser too.
          session.forget();
          setState("done");
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <PasswordInput
            label={words.newPassword}
            description={words.newPasswordAbout}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" loading={form.busy} mt="xs">
            {mailed.changePassword}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
