import { Button, Card, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { SoftLink } from "@/ui/soft-link";
import { useToast } from "@/ui/toast";
import { When } from "@/ui/when";
import { uiWords } from "@/ui/words";
import classes from "./knowledge.module.css";
import { knowledgeQueries, type Unanswered } from "./queries";
import { ReplyForm } from "./reply-form";
import { knowledgeWords } from "./words";

/** What callers asked and nobody could tell them. */
export function UnansweredList({ questions }: { questions: Unanswered[] }) {
  const words = useWords(knowledgeWords);
  const common = useWords(uiWords);
  const queries = useQueryClient();
  const id = useId();
  const [replying, setReplying] = useState<Unanswered>();
  const close = () => {
    setReplying(undefined);
    void queries.invalidateQueries({ queryKey: knowledgeQueries.all });
  };
  return (
    <Card component="section" aria-labelledby={id} p="lg">
      <Title order={2} size="h3" id={id}>
        {words.unanswered}
      </Title>
      <Text c="dimmed">{words.unansweredAbout}</Text>
      <ul className={classes.plain}>
        {questions.map((question) => (
          <Asked key={question.id} question={question} reply={() => setReplying(question)} />
        ))}
      </ul>
      <Modal
        opened={replying !== undefined}
        onClose={() => setReplying(undefined)}
        title={words.answerTitle}
        closeButtonProps={{ "aria-label": common.close }}
      >
        {replying !== undefined && <ReplyForm question={replying} close={close} />}
      </Modal>
    </Card>
  );
}

function Asked({ question, reply }: { question: Unanswered; reply: () => void }) {
  const words = useWords(knowledgeWords);
  const toast = useToast();
  const queries = useQueryClient();
  const dismiss = useMutation({
    mutationFn: () =>
      body(
        api.DELETE("/api/v1/unanswered-questions/{id}", { params: { path: { id: question.id } } }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: knowledgeQueries.all });
      toast.done(words.dismissed);
    },
    onError: toast.failed,
  });
  return (
    <li className={classes.asked}>
      <Stack gap={0} className={classes.words}>
        <Text fw={550} dir="auto">
          {question.question}
        </Text>
        <Text size="sm" c="dimmed">
          {words.timesAsked(question.times_asked)}, <When at={question.last_asked_at} />
          {question.call_id != null && (
            <>
              {" · "}
              <SoftLink to="/calls/$callId" params={{ callId: question.call_id }}>
                {words.theCall}
              </SoftLink>
            </>
          )}
        </Text>
      </Stack>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" aria-label={words.answerOne(question.question)} onClick={reply}>
          {words.answer}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={words.dismissOne(question.question)}
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate()}
        >
          {words.dismiss}
        </Button>
      </Group>
    </li>
  );
}
