import { Button, Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { api, body } from "@/api/client";
import { useManages } from "@/auth/managers-only";
import classes from "@/callers/known-callers.module.css";
import { seconds } from "@/calls/seconds";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { engineWords } from "@/receptionist/engine-words";
import { receptionistQueries } from "@/receptionist/queries";
import { SoftLink } from "@/ui/soft-link";
import { useReason } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { drillQueries, type Drill } from "./queries";
import { drillWords } from "./words";

/** What each step of the ladder was worth when it was last tried; tries them all. */
export default function DrillCard() {
  const words = useWords(drillWords);
  const id = useId();
  const { data: receptionist } = useQuery(receptionistQueries.usual());
  return (
    <Card component="section" aria-labelledby={id} p="lg" mt="lg" maw={640}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={id}>
            {words.title}
          </Title>
          <Text c="dimmed">{words.about}</Text>
        </div>
        {receptionist == null ? (
          <Skeleton height={44} />
        ) : (
          <LastDrill receptionist={receptionist} />
        )}
      </Stack>
    </Card>
  );
}

function LastDrill({ receptionist }: { receptionist: string }) {
  const words = useWords(drillWords);
  const reason = useReason();
  const manages = useManages();
  const toast = useToast();
  const client = useQueryClient();
  const { data: drill, error } = useQuery(drillQueries.last(receptionist));
  const begin = useMutation({
    mutationFn: () =>
      body(
        api.POST("/api/v1/receptionists/{id}/drill", { params: { path: { id: receptionist } } }),
      ),
    onSuccess: (begun) => {
      client.setQueryData(drillQueries.last(receptionist).queryKey, begun);
    },
    onError: toast.failed,
  });
  const underWay = drill != null && drill.ended_at == null;
  return (
    <>
      {drill === undefined ? (
        error === null ? (
          <Skeleton height={44} />
        ) : (
          <Text c="dimmed">{reason(error)}</Text>
        )
      ) : drill === null ? (
        <Text c="dimmed">{words.never}</Text>
      ) : (
        <Steps of={drill} />
      )}
      {manages && (
        <Button
          variant="default"
          style={{ alignSelf: "flex-start" }}
          disabled={drill === undefined}
          loading={underWay || begin.isPending}
          onClick={() => begin.mutate()}
        >
          {words.begin}
        </Button>
      )}
    </>
  );
}

function Steps({ of: drill }: { of: Drill }) {
  const words = useWords(drillWords);
  return (
    <>
      <Text size="sm" c="dimmed" aria-live="polite">
        {drill.ended_at == null ? (
          words.under
        ) : (
          <>
            {words.tried} <When at={drill.ended_at} />.{" "}
            <SoftLink to="/calls/$callId" params={{ callId: drill.call_id }}>
              {words.openCall}
            </SoftLink>
          </>
        )}
      </Text>
      <ul className={classes.list}>
        {drill.steps.map((step) => (
          <Step key={step.engine} of={step} />
        ))}
      </ul>
    </>
  );
}

function Step({ of: step }: { of: Drill["steps"][number] }) {
  const words = useWords(drillWords);
  const engines: Partial<Record<string, string>> = useWords(engineWords);
  const locale = useLocale();
  const Icon = step.works ? IconCircleCheck : IconCircleX;
  return (
    <li className={classes.item}>
      <Icon
        size={20}
        stroke={1.5}
        aria-hidden
        color={step.works ? "var(--fd-live)" : "var(--fd-loss)"}
      />
      <div className={classes.text}>
        <Text fw={550}>{engines[step.engine] ?? step.engine}</Text>
        <Text size="sm">
          {step.works ? words.works(seconds(step.took_ms, locale)) : words.fails}
        </Text>
        {step.stream_ms != null && (
          <Text size="sm">{words.stream(seconds(step.stream_ms, locale))}</Text>
        )}
        <Text size="sm" c="dimmed" dir="auto" lineClamp={3}>
          {step.said ?? step.problem}
        </Text>
      </div>
    </li>
  );
}
