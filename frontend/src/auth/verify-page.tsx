import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { ErrorState } from "@/ui/states";
import { anybody } from "./anybody";
import { AuthFrame } from "./frame";
import { LinkDead } from "./link-dead";
import { LoginLink } from "./login-link";
import { isAboutToken, useMailedToken } from "./mailed";
import { mailedWords } from "./mailed-words";

/** Confirms an address with the link that was mailed to it. */
export function VerifyPage() {
  const mailed = useWords(mailedWords);
  const token = useMailedToken();
  // A link works once: it is not used again when the page is looked at again.
  const confirmed = useQuery({
    queryKey: ["verify-email", token],
    enabled: token !== undefined,
    staleTime: Infinity,
    retry: false,
    queryFn: async () => {
      await body(anybody.POST("/api/v1/auth/verify-email", { body: { token: token ?? "" } }));
      return true;
    },
  });
  if (token === undefined || isAboutToken(confirmed.error)) {
    return <LinkDead text={mailed.verifyDead} />;
  }
  return (
    <AuthFrame
      title={confirmed.isSuccess ? mailed.verified : mailed.verifyTitle}
      below={<LoginLink />}
    >
      {confirmed.isError ? (
        <ErrorState error={confirmed.error} retry={() => void confirmed.refetch()} />
      ) : (
        <Text role="status">{confirmed.isSuccess ? mailed.verifiedText : mailed.verifying}</Text>
      )}
    </AuthFrame>
  );
}
