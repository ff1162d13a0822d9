import { Button, Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWords } from "@/i18n/catalogue";
import { ErrorState, SkeletonList } from "@/ui/states";
import { letterWords } from "./letter-words";
import { receptionistQueries } from "./queries";
import classes from "./receptionist.module.css";

/** All that the model is told before a call, as it is edited now. */
export function Told({ id }: { id: string }) {
  const letter = useWords(letterWords);
  const heading = useId();
  const [shown, setShown] = useState(false);
  return (
    <Card component="section" aria-labelledby={heading} p="lg">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id={heading}>
            {letter.told}
          </Title>
          <Text c="dimmed">{letter.toldAbout}</Text>
        </div>
        <Button
          variant="default"
          style={{ alignSelf: "flex-start" }}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? letter.hideTold : letter.showTold}
        </Button>
        {shown && <Prompt id={id} />}
      </Stack>
    </Card>
  );
}

function Prompt({ id }: { id: string }) {
  const words = useWords(letterWords);
  const prompt = useQuery(receptionistQueries.prompt(id));
  if (prompt.data !== undefined) {
    return (
      <pre className={classes.prompt} dir="auto" tabIndex={0} role="group" aria-label={words.told}>
        {prompt.data.text}
      </pre>
    );
  }
  return prompt.isError ? (
    <ErrorState error={prompt.error} retry={() => void prompt.refetch()} />
  ) : (
    <SkeletonList rows={2} rowHeight={120} />
  );
}
