import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { ApiProblem } from "@/api/problem";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { AuthFrame } from "./frame";
import { session } from "./session";
import { authWords } from "./words";

export function LoginPage({ next }: { next: string | undefined }) {
  const words = useWords(authWords);
  const router = useRouter();
  return (
    <AuthFrame
      title={words.loginTitle}
      below={
        <>
          {words.noAccount}{" "}
          <Anchor component={Link} to="/signup">
            {words.toSignup}
          </Anchor>
        </>
      }
    >
      <LoginForm done={() => void router.navigate({ href: next ?? "/" })} />
    </AuthFrame>
  );
}

/** Asks for address and password; with `email` given, for the password alone. */
export function LoginForm(props: { email?: string; done: () => void }) {
  const words = useWords(authWords);
  const form = useApiForm({
    name: "log-in",
    initialValues: { email: props.email ?? "", password: "" },
    validate: {
      email: (email) => (email.trim() === "" ? words.emailMissing : null),
      password: (password) => (password === "" ? words.passwordMissing : null),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async (values) => {
        try {
          await session.logIn(values);
        } catch (failure) {
          throw failure instanceof ApiProblem && failure.status === 401
            ? new ApiProblem(401, failure.kind, words.wrong)
            : failure;
        }
        props.done();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={words.email}
          type="email"
          autoComplete="username"
          readOnly={props.email !== undefined}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={words.password}
          autoComplete="current-password"
          data-autofocus={props.email !== undefined ? true : undefined}
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={form.busy} mt="xs">
          {words.logIn}
        </Button>
        <Anchor component={Link} to="/forgot" size="sm">
          {words.forgot}
        </Anchor>
      </Stack>
    </form>
  );
}
