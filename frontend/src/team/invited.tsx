import { Button, Card, Group, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { time } from "@/ui/format";
import { InfiniteList } from "@/ui/infinite-list";
import { PersonList, PersonRow } from "@/ui/person-row";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { teamQueries, useTeamChange, type Invitation, type Role } from "./queries";
import { teamWords } from "./words";

/** Who was asked and has not answered. */
export function Invited({ mine }: { mine: Role }) {
  const words = useWords(teamWords);
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {words.invitations}
      </Title>
      <InfiniteList
        query={useInfiniteQuery(teamQueries.invitations())}
        empty={
          <Card p="lg">
            <Text>{words.nobodyInvited}</Text>
            <Text c="dimmed">{words.nobodyInvitedAbout}</Text>
          </Card>
        }
      >
        {(rows) => (
          <PersonList label={words.invitations}>
            {rows.map((invitation) => (
              <Row key={invitation.id} invitation={invitation} mine={mine} />
            ))}
          </PersonList>
        )}
      </InfiniteList>
    </section>
  );
}

function Row({ invitation, mine }: { invitation: Invitation; mine: Role }) {
  const words = useWords(teamWords);
  const locale = useLocale();
  const zone = useZone();
  const now = useNow();
  const { mutate, isPending } = useTeamChange();
  const { email, expires_at, role } = invitation;
  const params = { path: { id: invitation.id } };
  const open = new Date(expires_at) > now;
  return (
    <PersonRow
      name={email}
      title={email}
      about={
        open
          ? words.until(
              words[role],
              time(expires_at, zone, locale, { weekday: "long", day: "numeric", month: "long" }),
            )
          : words.expired(words[role])
      }
      actions={
        (mine === "owner" || role !== "owner") && (
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              size="compact-sm"
              aria-label={words.resendTo(email)}
              disabled={isPending}
              onClick={() => {
                mutate({
                  change: () => body(api.POST("/api/v1/team/invitations/{id}/resend", { params })),
                  done: words.resent(email),
                });
              }}
            >
              {words.resend}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={words.withdrawOf(email)}
              disabled={isPending}
              onClick={() => {
                mutate({
                  change: () => body(api.DELETE("/api/v1/team/invitations/{id}", { params })),
                  done: words.withdrawn(email),
                });
              }}
            >
              {words.withdraw}
            </Button>
          </Group>
        )
      }
    />
  );
}
