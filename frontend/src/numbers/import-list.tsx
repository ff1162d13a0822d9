import { Button, Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { useConfirm } from "@/ui/confirm";
import { phone } from "@/ui/format";
import { Phone } from "@/ui/person";
import { ErrorState, SkeletonList } from "@/ui/states";
import { useToast } from "@/ui/toast";
import classes from "./numbers.module.css";
import { numberQueries } from "./queries";
import { aboutNumber, useNumberActions } from "./resource";
import { numberWords } from "./words";

/** Numbers that the business has at Twilio and not here. */
export function ImportList() {
  const words = useWords(numberWords);
  const { data: importable, error, refetch } = useQuery(numberQueries.importable());
  return (
    <Stack component="section" gap="sm" aria-label={words.importTitle}>
      <div>
        <Title order={2}>{words.importTitle}</Title>
        <Text c="dimmed">{importable?.length === 0 ? words.importNone : words.importAbout}</Text>
      </div>
      {importable === undefined ? (
        error === null ? (
          <SkeletonList rows={1} rowHeight={72} />
        ) : (
          <ErrorState error={error} retry={() => void refetch()} />
        )
      ) : (
        importable.length > 0 && (
          <Card p={0}>
            <ul className={classes.offers}>
              {importable.map((own) => (
                <Importable key={own.number} {...own} />
              ))}
            </ul>
          </Card>
        )
      )}
    </Stack>
  );
}

function Importable({ number, astray }: { number: string; astray?: string | null }) {
  const words = useWords(numberWords);
  const toast = useToast();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const { bring } = useNumberActions();
  const shown = phone(number);
  const ask = async () => {
    const sure = await confirm({
      title: words.importConfirmTitle(shown),
      body: words.importConfirm,
      action: words.importAction(shown),
    });
    if (sure) {
      bring.mutate(number, {
        onSuccess: () => {
          toast.done(words.brought(shown));
          void navigate({ to: "/numbers" });
        },
        onError: (failure) => toast.failed(aboutNumber(failure, number)),
      });
    }
  };
  return (
    <li className={classes.offer}>
      <div>
        <Text fw={550}>
          <Phone number={number} />
        </Text>
        {astray != null && (
          <Text size="sm" c="dimmed">
            {astray}
          </Text>
        )}
      </div>
      <Button
        variant="default"
        aria-label={words.importAction(shown)}
        loading={bring.isPending}
        onClick={() => void ask()}
      >
        {words.importShort}
      </Button>
    </li>
  );
}
