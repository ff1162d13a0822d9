import { Box, Button, Code } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconApps, IconPlus } from "@tabler/icons-react";
import { ManagersOnly } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { InfiniteList } from "@/ui/infinite-list";
import { PageHeader } from "@/ui/page-header";
import { PersonList, PersonRow } from "@/ui/person-row";
import { EmptyState } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { LetIn } from "./let-in";
import { programQueries, useShutOut, type Program } from "./queries";
import { useScopeNames } from "./scopes";
import { programWords } from "./words";

/** The programs that work with the business's data. */
export function ProgramsPage() {
  const words = useWords(programWords);
  return (
    <ManagersOnly name={words.name}>
      <Programs />
    </ManagersOnly>
  );
}

function Programs() {
  const words = useWords(programWords);
  const [adding, { open, close }] = useDisclosure();
  const programs = useInfiniteQuery(programQueries.list());
  return (
    <>
      <PageHeader
        title={programs.data === undefined ? words.name : words.title(programs.data.length)}
        name={words.name}
        about={words.about}
        actions={
          <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={open}>
            {words.add}
          </Button>
        }
      />
      <Box maw={720}>
        <InfiniteList
          query={programs}
          empty={<EmptyState title={words.none}>{words.noneAbout}</EmptyState>}
        >
          {(rows) => (
            <PersonList label={words.name}>
              {rows.map((program) => (
                <ProgramRow key={program.id} program={program} />
              ))}
            </PersonList>
          )}
        </InfiniteList>
      </Box>
      <LetIn opened={adding} close={close} />
    </>
  );
}

function ProgramRow({ program }: { program: Program }) {
  const words = useWords(programWords);
  const scopeNames = useScopeNames();
  const confirm = useConfirm();
  const toast = useToast();
  const { mutate, isPending } = useShutOut();
  const { id, name, scopes, last_used_at: used } = program;
  const shutOut = async () => {
    const sure = await confirm({
      title: words.removeTitle(name),
      body: words.removeBody,
      action: words.remove,
      danger: true,
    });
    if (sure) {
      mutate(id, {
        onSuccess: () => {
          toast.done(words.removed(name));
        },
        onError: toast.failed,
      });
    }
  };
  return (
    <PersonRow
      sign={IconApps}
      title={name}
      wish={scopeNames(scopes)}
      about={
        <>
          <Code style={{ overflowWrap: "anywhere" }}>{id}</Code>
          <br />
          {used == null ? (
            words.neverUsed
          ) : (
            <>
              {words.used} <When at={used} />
            </>
          )}
        </>
      }
      actions={
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.removeOf(name)}
          loading={isPending}
          onClick={() => void shutOut()}
        >
          {words.remove}
        </Button>
      }
    />
  );
}
