import { ActionIcon, Group, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { api, body } from "@/api/client";
import { useWho } from "@/auth/use-session";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { PersonRow } from "@/ui/person-row";
import { useTeamChange, type Member, type Role } from "./queries";
import { RoleSelect } from "./role-select";
import { teamWords } from "./words";

/** Somebody of the team, and what can be changed of them. */
export function MemberRow({ member, mine }: { member: Member; mine: Role }) {
  const words = useWords(teamWords);
  const confirm = useConfirm();
  const { mutate, isPending } = useTeamChange();
  const me = useWho()?.user.id === member.user_id;
  const who = member.name === "" ? member.email : member.name;
  const params = { path: { id: member.id } };
  const mayChange = mine === "owner" || member.role !== "owner";

  const change = (role: Role) => {
    mutate({
      change: () => body(api.PATCH("/api/v1/team/members/{id}", { params, body: { role } })),
      done: words.changed(who, words[role]),
    });
  };
  const remove = async () => {
    const sure = await confirm({
      title: words.removeTitle(who),
      body: words.removeBody,
      action: words.removeAction,
      danger: true,
    });
    if (sure) {
      mutate({
        change: () => body(api.DELETE("/api/v1/team/members/{id}", { params })),
        done: words.removed(who),
      });
    }
  };

  return (
    <PersonRow
      name={who}
      title={me ? `${who} (${words.you})` : who}
      about={member.name === "" ? words[`${member.role}About`] : member.email}
      actions={
        mayChange ? (
          <Group gap="xs" wrap="nowrap">
            <RoleSelect
              mine={mine}
              aria-label={words.roleOf(who)}
              value={member.role}
              disabled={isPending}
              onChange={(event) => {
                change(event.currentTarget.value as Role);
              }}
            />
            {!me && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.remove(who)}
                disabled={isPending}
                onClick={() => void remove()}
              >
                <IconX size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ) : (
          <Text c="dimmed">{words[member.role]}</Text>
        )
      }
    />
  );
}
