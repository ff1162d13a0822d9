import { Anchor, Button, NativeSelect, PasswordInput, Stack, TextInput } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { useIndustries, type Industry } from "@/business/industry";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { AuthFrame } from "./frame";
import { passwordRule } from "./password-rule";
import { session } from "./session";
import { authWords } from "./words";

export function SignupPage() {
  const words = useWords(authWords);
  const router = useRouter();
  const industries = useIndustries();
  const form = useApiForm({
    name: "sign-up",
    initialValues: {
      business_name: "",
      industry: "home_services" as Industry,
      email: "",
      password: "",
    },
    validate: {
      business_name: (name) => (name.trim() === "" ? words.nameMissing : null),
      email: (email) => (email.trim() === "" ? words.emailMissing : null),
      password: passwordRule(words),
    },
  });
  return (
    <AuthFrame
      title={words.signupTitle}
      about={words.signupAbout}
      below={
        <>
          {words.haveAccount}{" "}
          <Anchor component={Link} to="/login">
            {words.toLogin}
          </Anchor>
        </>
      }
    >
      <form
        noValidate
        onSubmit={form.send(async (values) => {
          await session.signUp({
            ...values,
            time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          });
          await router.navigate({ to: "/welcome" });
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <TextInput
            label={words.businessName}
            autoComplete="organization"
            {...form.getInputProps("business_name")}
          />
          <NativeSelect
            label={words.industry}
            data={industries}
            {...form.getInputProps("industry")}
          />
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={words.newPassword}
            description={words.newPasswordAbout}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" loading={form.busy} mt="xs">
            {words.signUp}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
