import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import { useWords } from "@/i18n/catalogue";
import { ROLES, type Role } from "./queries";
import { teamWords } from "./words";

/** The roles that somebody of role `mine` may give. */
export function RoleSelect({ mine, ...props }: NativeSelectProps & { mine: Role }) {
  const words = useWords(teamWords);
  return (
    <NativeSelect
      {...props}
      data={ROLES.filter((role) => role !== "owner" || mine === "owner").map((role) => ({
        value: role,
        label: words[role],
      }))}
    />
  );
}
