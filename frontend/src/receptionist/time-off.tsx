import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { time } from "@/ui/format";
import { useToast } from "@/ui/toast";
import { useNow } from "@/ui/when";
import { useZone } from "@/ui/zone";
import { momentAt } from "@/ui/zoned";
import { offerWords } from "./offer-words";

const timesOff = (staffId: string) =>
  queryOptions({
    queryKey: ["staff", "time-off", staffId],
    queryFn: async ({ signal }) =>
      (
        await body(
          api.GET("/api/v1/staff/{id}/time-off", {
            params: { path: { id: staffId }, query: { limit: 200 } },
            signal,
          }),
        )
      ).data,
  });

/** When one of the staff is away: read, added to, taken from. */
export function TimeOff({ staffId }: { staffId: string }) {
  const words = useWords(offerWords);
  const locale = useLocale();
  const zone = useZone();
  const toast = useToast();
  const client = useQueryClient();
  const now = useNow();
  const { data } = useQuery(timesOff(staffId));
  const again = () => client.invalidateQueries({ queryKey: timesOff(staffId).queryKey });
  const remove = useMutation({
    mutationFn: (timeOffId: string) =>
      body(
        api.DELETE("/api/v1/staff/{id}/time-off/{timeOffId}", {
          params: { path: { id: staffId, timeOffId } },
        }),
      ),
    onSettled: again,
    onError: toast.failed,
  });
  const form = useApiForm({
    name: "time-off",
    initialValues: { starts_at: "", ends_at: "", reason: "" },
    validate: {
      starts_at: (at) => (at === "" ? words.timesMissing : null),
      ends_at: (at) => (at === "" ? words.timesMissing : null),
    },
  });
  const moment = (at: string) =>
    time(at, zone, locale, { dateStyle: "medium", timeStyle: "short" });
  const shown = [...(data ?? [])]
    .filter(({ ends_at }) => Date.parse(ends_at) > now.getTime())
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ starts_at, ends_at, reason }) => {
        await body(
          api.POST("/api/v1/staff/{id}/time-off", {
            params: { path: { id: staffId } },
            body: {
              starts_at: instant(starts_at, zone),
              ends_at: instant(ends_at, zone),
              reason: reason.trim() || null,
            },
          }),
        );
        form.reset();
        await again();
      })}
    >
      <Stack gap="sm">
        <div>
          <Title order={3} size="h4">
            {words.timeOff}
          </Title>
          <Text size="sm" c="dimmed">
            {words.timeOffAbout}
          </Text>
        </div>
        {shown.map((off) => {
          const span = words.span(moment(off.starts_at), moment(off.ends_at));
          return (
            <Group key={off.id} justify="space-between" wrap="nowrap">
              <div>
                <Text>{span}</Text>
                {off.reason != null && (
                  <Text size="sm" c="dimmed">
                    {off.reason}
                  </Text>
                )}
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={words.removeTimeOff(span)}
                loading={remove.isPending && remove.variables === off.id}
                onClick={() => remove.mutate(off.id)}
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </Group>
          );
        })}
        <FormProblem problem={form.problem} />
        <TextInput type="datetime-local" label={words.from} {...form.getInputProps("starts_at")} />
        <TextInput type="datetime-local" label={words.until} {...form.getInputProps("ends_at")} />
        <TextInput label={words.why} {...form.getInputProps("reason")} />
        <Button
          type="submit"
          variant="default"
          loading={form.busy}
          style={{ alignSelf: "flex-start" }}
        >
          {words.addTimeOff}
        </Button>
      </Stack>
    </form>
  );
}

/** What the business's clock means by `2026-11-24T09:00`. */
function instant(local: string, zone: string): string {
  const [day = "", clock = ""] = local.split("T");
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return momentAt(day, hour * 60 + minute, zone).toISOString();
}
