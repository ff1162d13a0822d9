import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { AuthFrame } from "./frame";
import { LoginLink } from "./login-link";
import { mailedWords } from "./mailed-words";

/** A mailed link that opens nothing any more, and what to do instead. */
export function LinkDead({ text, askAgain }: { text: string; askAgain?: boolean }) {
  const mailed = useWords(mailedWords);
  return (
    <AuthFrame title={mailed.deadTitle} below={<LoginLink />}>
      <Stack gap="sm" role="alert">
        <Text>{text}</Text>
        {askAgain && (
          <Anchor component={Link} to="/forgot">
            {mailed.askAgain}
          </Anchor>
        )}
      </Stack>
    </AuthFrame>
  );
}
