import { Badge, Box, Button, Group } from "@mantine/core";
import { IconDeviceLaptop, IconDeviceMobile } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { PageHeader } from "@/ui/page-header";
import { PersonList, PersonRow } from "@/ui/person-row";
import { ErrorState, SkeletonList } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { device, isPhone } from "./device";
import { logInQueries, useEndLogIns, type LogIn } from "./queries";
import { logInWords } from "./words";

/** Where the person is signed in, and the way out of there. */
export function LogInsPage() {
  const words = useWords(logInWords);
  const confirm = useConfirm();
  const toast = useToast();
  const logIns = useQuery(logInQueries.list());
  const { mutate, isPending } = useEndLogIns();
  const others = logIns.data?.filter(({ current }) => !current) ?? [];

  const end = (ended: LogIn[], done: string) => {
    mutate(ended, {
      onSuccess: () => {
        toast.done(done);
      },
      onError: toast.failed,
    });
  };
  const endOthers = async () => {
    const sure = await confirm({
      title: words.endOthersTitle,
      body: words.endOthersBody,
      action: words.endOthersAction,
      danger: true,
    });
    if (sure) {
      end(others, words.endedOthers);
    }
  };

  return (
    <>
      <PageHeader
        title={logIns.data === undefined ? words.name : words.title(logIns.data.length)}
        name={words.name}
        about={words.about}
        actions={
          others.length > 0 && (
            <Button variant="default" loading={isPending} onClick={() => void endOthers()}>
              {words.endOthers}
            </Button>
          )
        }
      />
      {logIns.data !== undefined ? (
        <Box maw={720}>
          <PersonList label={words.name}>
            {logIns.data.map((logIn) => (
              <LogInRow
                key={logIn.id}
                logIn={logIn}
                busy={isPending}
                end={(name) => {
                  end([logIn], words.ended(name));
                }}
              />
            ))}
          </PersonList>
        </Box>
      ) : logIns.isError ? (
        <ErrorState error={logIns.error} retry={() => void logIns.refetch()} />
      ) : (
        <SkeletonList rows={2} />
      )}
    </>
  );
}

function LogInRow(props: { logIn: LogIn; busy: boolean; end: (name: string) => void }) {
  const words = useWords(logInWords);
  const { user_agent: agent, address, last_used_at: used, current } = props.logIn;
  const name = device(agent) || words.unknown;
  return (
    <PersonRow
      sign={isPhone(agent) ? IconDeviceMobile : IconDeviceLaptop}
      title={name}
      about={
        <>
          {address} · {words.used} <When at={used} />
        </>
      }
      actions={
        current ? (
          <Badge variant="light" tt="none" fw={550}>
            {words.here}
          </Badge>
        ) : (
          <Group gap="xs">
            <Button
              variant="default"
              size="compact-sm"
              aria-label={words.endOf(name)}
              disabled={props.busy}
              onClick={() => {
                props.end(name);
              }}
            >
              {words.end}
            </Button>
          </Group>
        )
      }
    />
  );
}
