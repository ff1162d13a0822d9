import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { body, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { ErrorState, SkeletonList } from "@/ui/states";
import { anybody } from "./anybody";
import { AuthFrame } from "./frame";
import { LinkDead } from "./link-dead";
import { LoginLink } from "./login-link";
import { isAboutToken, useMailedToken } from "./mailed";
import { passwordRule } from "./password-rule";
import { session } from "./session";
import { useWho } from "./use-session";
import { mailedWords } from "./mailed-words";
import { authWords } from "./words";

/** What somebody is invited to, and the way in. */
export function JoinPage() {
  const mailed = useWords(mailedWords);
  const token = useMailedToken();
  const invitation = useQuery({
    queryKey: ["invitation", token],
    enabled: token !== undefined,
    queryFn: () =>
      body(anybody.POST("/api/v1/auth/invitations/preview", { body: { token: token ?? "" } })),
  });
  if (token === undefined || isAboutToken(invitation.error)) {
    return <LinkDead text={mailed.joinDead} />;
  }
  if (invitation.data === undefined) {
    return (
      <AuthFrame title={mailed.joinTitlePlain} below={<LoginLink />}>
        {invitation.isError ? (
          <ErrorState error={invitation.error} retry={() => void invitation.refetch()} />
        ) : (
          <SkeletonList rows={2} rowHeight={56} />
        )}
      </AuthFrame>
    );
  }
  return <Join token={token} to={invitation.data} />;
}

function Join({ token, to }: { token: string; to: Schema<"AcceptanceInvitationView"> }) {
  const mailed = useWords(mailedWords);
  const who = useWho();
  return (
    <AuthFrame
      title={mailed.joinTitle(to.business)}
      about={mailed.joinAs(to.email, mailed[`role_${to.role}`])}
      below={<LoginLink />}
    >
      {who !== undefined && who.user.email !== to.email ? (
        <Stack gap="sm">
          <Text>{mailed.otherSignedIn(who.user.email)}</Text>
          <Button variant="default" onClick={() => void session.logOut()}>
            {mailed.logOutFirst}
          </Button>
        </Stack>
      ) : (
        <JoinForm token={token} to={to} signedIn={who !== undefined} />
      )}
    </AuthFrame>
  );
}

function JoinForm(props: {
  token: string;
  to: Schema<"AcceptanceInvitationView">;
  signedIn: boolean;
}) {
  const words = useWords(authWords);
  const mailed = useWords(mailedWords);
  const router = useRouter();
  const { to, token, signedIn } = props;
  const fresh = !to.known;
  const form = useApiForm({
    name: "join",
    initialValues: { name: "", password: "" },
    validate: {
      name: (name) => (fresh && name.trim() === "" ? mailed.yourNameMissing : null),
      password: (password) => {
        if (signedIn) {
          return null;
        }
        return fresh
          ? passwordRule(words)(password)
          : password === ""
            ? words.passwordMissing
            : null;
      },
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ name, password }) => {
        await session.join({
          token,
          ...(fresh && { name: name.trim() }),
          ...(!signedIn && { password }),
        });
        await router.navigate({ to: "/" });
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        {fresh && (
          <TextInput label={mailed.yourName} autoComplete="name" {...form.getInputProps("name")} />
        )}
        {!signedIn && (
          <PasswordInput
            label={fresh ? words.newPassword : words.password}
            description={fresh ? words.newPasswordAbout : mailed.joinKnown}
            autoComplete={fresh ? "new-password" : "current-password"}
            {...form.getInputProps("password")}
          />
        )}
        <Button type="submit" loading={form.busy} mt="xs">
          {mailed.joinTitle(to.business)}
        </Button>
      </Stack>
    </form>
  );
}
