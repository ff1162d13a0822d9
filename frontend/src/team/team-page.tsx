import { Button, Stack, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import { useWho } from "@/auth/use-session";
import { useWords } from "@/i18n/catalogue";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { PersonList } from "@/ui/person-row";
import { EmptyState } from "@/ui/states";
import { Invite } from "./invite";
import { Invited } from "./invited";
import { Leave } from "./leave";
import { MemberRow } from "./member-row";
import { teamQueries, type Role } from "./queries";
import { teamWords } from "./words";

/** Who works with the business. */
export function TeamPage() {
  const words = useWords(teamWords);
  const mine = useWho()?.user.role;
  if (mine === "owner" || mine === "admin") {
    return <Team mine={mine} />;
  }
  return (
    <>
      <PageHeader title={words.name} />
      <Stack gap="lg" maw={720}>
        <EmptyState title={words.notYours}>{words.notYoursAbout}</EmptyState>
        <Leave />
      </Stack>
    </>
  );
}

function Team({ mine }: { mine: Role }) {
  const words = useWords(teamWords);
  const [inviting, { open, close }] = useDisclosure();
  const members = useInfiniteQuery(teamQueries.members());
  return (
    <>
      <PageHeader
        title={members.data === undefined ? words.name : words.title(members.data.length)}
        name={words.name}
        about={words.about}
        actions={
          <Button leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />} onClick={open}>
            {words.invite}
          </Button>
        }
      />
      <Stack gap="lg" maw={720}>
        <section>
          <Title order={2} size="h3" mb="sm">
            {words.members}
          </Title>
          <InfiniteList query={members} empty={null}>
            {(rows) => (
              <PersonList label={words.members}>
                {rows.map((member) => (
                  <MemberRow key={member.id} member={member} mine={mine} />
                ))}
              </PersonList>
            )}
          </InfiniteList>
        </section>
        <Invited mine={mine} />
        <Leave />
      </Stack>
      <Invite mine={mine} opened={inviting} close={close} />
    </>
  );
}
