import { Alert, Anchor, Button, Stack, Text } from "@mantine/core";
import { IconVolumeOff } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "@/api/client";
import { useManages } from "@/auth/managers-only";
import { useWords } from "@/i18n/catalogue";
import { useToast } from "@/ui/toast";
import { uiWords } from "@/ui/words";
import { noticeWords } from "./notice-words";
import { receptionistQueries } from "./queries";

/** Says why callers are not greeted in the voice that was chosen. Nothing while they are, or will be in a moment. */
export function GreetingNotice({ id }: { id: string }) {
  const words = useWords(noticeWords);
  const common = useWords(uiWords);
  const manages = useManages();
  const toast = useToast();
  const queries = useQueryClient();
  const greeting = receptionistQueries.greeting(id);
  const { data } = useQuery(greeting);
  const again = useMutation({
    mutationFn: () =>
      body(api.POST("/api/v1/receptionists/{id}/greeting", { params: { path: { id } } })),
    onSuccess: (state) => {
      queries.setQueryData(greeting.queryKey, state);
      if (state.recorded) {
        toast.done(words.greetingMade);
      }
    },
    onError: toast.failed,
  });
  const problem = data?.problem;
  if (data === undefined || data.recorded || problem === undefined || problem === null) {
    return null;
  }
  return (
    <Alert
      color="yellow"
      icon={<IconVolumeOff size={18} stroke={1.5} aria-hidden />}
      title={words.greetingMissing}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {words[problem]} {words.greetedLive}
        </Text>
        {manages && (
          <>
            {problem !== "unavailable" && problem !== "no_such_voice" && (
              <Anchor component={Link} to="/settings/accounts" size="sm">
                {words.toAccounts}
              </Anchor>
            )}
            <Button
              variant="default"
              size="compact-sm"
              loading={again.isPending}
              onClick={() => again.mutate()}
            >
              {common.tryAgain}
            </Button>
          </>
        )}
      </Stack>
    </Alert>
  );
}
