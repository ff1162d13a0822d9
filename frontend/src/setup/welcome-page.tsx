import { Button, Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/catalogue";
import { PageHeader } from "@/ui/page-header";
import { ErrorState, SkeletonList } from "@/ui/states";
import { BusinessStep } from "./business-step";
import { NumberStep } from "./number-step";
import { PracticeStep } from "./practice-step";
import { setupQueries, STEPS, useSaySetup, type SetupStep } from "./queries";
import { StepCard } from "./step-card";
import { setupWords } from "./words";

const CONTENT = { business: BusinessStep, practice_call: PracticeStep, number: NumberStep };

/** The first run: three steps, each to be done, skipped, or taken up again another day. */
export function WelcomePage({ step }: { step: SetupStep | undefined }) {
  const words = useWords(setupWords);
  const navigate = useNavigate();
  const { data: steps, error, refetch } = useQuery(setupQueries.steps());
  const say = useSaySetup();
  if (steps === undefined) {
    return error === null ? (
      <SkeletonList rows={3} rowHeight={160} />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  const current = step ?? steps.find(({ state }) => state === "open")?.key;
  const goOn = (from: SetupStep) => {
    const next = STEPS[STEPS.indexOf(from) + 1];
    void (next === undefined
      ? navigate({ to: "/" })
      : navigate({ to: "/welcome", search: { step: next } }));
  };
  const left = steps.filter(({ state }) => state !== "done").length;
  return (
    <>
      <PageHeader
        name={words.welcome}
        title={left === 0 ? words.allDone : words.title}
        about={words.about}
      />
      <Stack maw={640}>
        {steps.map(({ key, state }, i) => {
          const Content = CONTENT[key];
          return (
            <StepCard
              key={key}
              number={i + 1}
              title={words[key]}
              done={state === "done"}
              open={key === current}
              show={() => void navigate({ to: "/welcome", search: { step: key } })}
            >
              <Content
                goOn={() => goOn(key)}
                skip={
                  state === "done" ? undefined : (
                    <Button
                      variant="subtle"
                      onClick={() => {
                        say.mutate({ step: key, state: "skipped" });
                        goOn(key);
                      }}
                    >
                      {words.skip}
                    </Button>
                  )
                }
              />
            </StepCard>
          );
        })}
        <Group>
          <Button
            variant={left === 0 ? "filled" : "default"}
            onClick={() => void navigate({ to: "/" })}
          >
            {words.toHome}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
