import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useLocale } from "@/i18n/language";
import { dialled } from "@/ui/dialled";
import { leadWords } from "@/leads/words";
import { useApiForm } from "@/ui/api-form";
import { duration, isoDate } from "@/ui/format";
import { FormProblem } from "@/ui/form-problem";
import { useToast } from "@/ui/toast";
import { useZone } from "@/ui/zone";
import { aboutTime, appointmentQueries } from "./queries";
import { serviceQueries } from "./services";
import { SlotPicker } from "./slot-picker";
import { appointmentWords } from "./words";

/** Books by hand, at a time that is free. */
export function BookVisit({ opened, close }: { opened: boolean; close: () => void }) {
  const words = useWords(appointmentWords);
  const about = useWords(leadWords);
  const locale = useLocale();
  const zone = useZone();
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: services } = useQuery(serviceQueries.services());
  const form = useApiForm({
    name: "book-visit",
    initialValues: { service_id: "", starts_at: "", name: "", phone: "", reason: "" },
    validate: {
      starts_at: (at) => (at === "" ? words.chooseTime : null),
      name: (name) => (name.trim() === "" ? words.nameMissing : null),
    },
  });
  const { service_id: chosen } = form.getValues();
  const serviceId = chosen === "" ? services?.[0]?.id : chosen;
  return (
    <Modal opened={opened} onClose={close} title={words.book}>
      <form
        noValidate
        onSubmit={form.send(async ({ starts_at, name, phone, reason }) => {
          const booked = await body(
            api.POST("/api/v1/appointments", {
              body: {
                service_id: serviceId ?? null,
                starts_at,
                name: name.trim(),
                phone: phone.trim() === "" ? null : dialled(phone),
                reason: reason.trim() || null,
              },
            }),
          )
            .catch(aboutTime)
            .finally(() => queries.invalidateQueries({ queryKey: appointmentQueries.all }));
          form.reset();
          close();
          toast.done(words.booked);
          await navigate({
            to: "/calendar",
            search: (known) => ({ ...known, day: isoDate(booked.starts_at, zone) }),
          });
        })}
      >
        <Stack gap="sm">
          <FormProblem problem={form.problem} />
          <NativeSelect
            label={words.what}
            data={(services ?? []).map(({ id, name, duration_minutes }) => ({
              value: id,
              label: `${name}, ${duration(duration_minutes * 60, locale)}`,
            }))}
            {...form.getInputProps("service_id")}
            onChange={(event) => {
              form.setValues({ service_id: event.currentTarget.value, starts_at: "" });
            }}
          />
          {serviceId !== undefined && (
            <SlotPicker
              key={serviceId}
              serviceId={serviceId}
              field={form.getInputProps("starts_at")}
              pick={(at) => form.setFieldValue("starts_at", at)}
            />
          )}
          <TextInput label={about.fullName} required {...form.getInputProps("name")} />
          <TextInput
            label={about.phone}
            description={about.phoneHint}
            type="tel"
            {...form.getInputProps("phone")}
          />
          <Textarea label={words.reason} autosize minRows={2} {...form.getInputProps("reason")} />
          <Group justify="flex-end">
            <Button type="submit" loading={form.busy}>
              {words.book}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
