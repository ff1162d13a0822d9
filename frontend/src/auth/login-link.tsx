import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { authWords } from "./words";

/** The way to the log-in. */
export function LoginLink() {
  const words = useWords(authWords);
  return (
    <Anchor component={Link} to="/login">
      {words.toLogin}
    </Anchor>
  );
}
