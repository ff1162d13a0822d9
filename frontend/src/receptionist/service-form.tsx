import { Button, Checkbox, NativeSelect, NumberInput, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave, type Resource } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { offerWords } from "./offer-words";
import { staffQueries } from "./queries";
import { receptionistWords } from "./words";

type Service = Schema<"Service">;
type Details = Schema<"ServiceDetails">;

const BUFFERS = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];
const NOTICES = [0, 30, 60, 120, 240, 720, 1440, 2880, 10_080];
const HORIZONS = [7, 14, 30, 60, 90, 180, 365, 730];

/** Something that callers can book: added, or edited. */
export default function ServiceForm({
  service,
  close,
}: {
  service: Service | undefined;
  close: () => void;
}) {
  const words = useWords(receptionistWords);
  const offer = useWords(offerWords);
  const common = useWords(uiWords);
  const save = useVersionedSave();
  const resource = useServiceResource();
  const span = useSpan();
  const { data: staff } = useQuery(staffQueries.bookable());
  const form = useApiForm({
    name: "service",
    initialValues: {
      name: service?.name ?? "",
      duration_minutes: service?.duration_minutes ?? 60,
      price_text: service?.price_text ?? "",
      buffer_before_minutes: String(service?.buffer_before_minutes ?? 0),
      buffer_after_minutes: String(service?.buffer_after_minutes ?? 0),
      minimum_notice_minutes: String(service?.minimum_notice_minutes ?? 0),
      horizon_days: String(service?.horizon_days ?? 730),
      staff_ids: service?.staff_ids ?? [],
    },
  });
  const choose = (
    field:
      "buffer_before_minutes" | "buffer_after_minutes" | "minimum_notice_minutes" | "horizon_days",
    usual: number[],
    text: (value: number) => string,
  ) => {
    const all = new Set([...usual, Number(form.getValues()[field])]);
    return {
      ...form.getInputProps(field),
      data: [...all]
        .sort((a, b) => a - b)
        .map((value) => ({ value: String(value), label: text(value) })),
    };
  };
  const buffer = (minutes: number) => (minutes === 0 ? offer.nothing : span(minutes));
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ name, duration_minutes, price_text, staff_ids, ...chosen }) => {
        const details = {
          name,
          duration_minutes,
          price_text: price_text.trim() === "" ? null : price_text,
          buffer_before_minutes: Number(chosen.buffer_before_minutes),
          buffer_after_minutes: Number(chosen.buffer_after_minutes),
          minimum_notice_minutes: Number(chosen.minimum_notice_minutes),
          horizon_days: Number(chosen.horizon_days),
          staff_ids: staff_ids.length === 0 ? null : staff_ids,
        };
        await (service === undefined
          ? body(api.POST("/api/v1/services", { body: details }))
          : save(resource(service.id), service, changes<Details>(service, details)));
        close();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput label={words.serviceName} data-autofocus {...form.getInputProps("name")} />
        <NumberInput
          label={words.minutes}
          min={5}
          max={1440}
          step={15}
          {...form.getInputProps("duration_minutes")}
        />
        <TextInput
          label={words.price}
          placeholder={words.pricePlaceholder}
          {...form.getInputProps("price_text")}
        />
        <NativeSelect label={offer.before} {...choose("buffer_before_minutes", BUFFERS, buffer)} />
        <NativeSelect label={offer.after} {...choose("buffer_after_minutes", BUFFERS, buffer)} />
        <NativeSelect
          label={offer.notice}
          {...choose("minimum_notice_minutes", NOTICES, (minutes) =>
            minutes === 0 ? offer.anyTime : offer.noticeBefore(span(minutes)),
          )}
        />
        <NativeSelect
          label={offer.horizon}
          {...choose("horizon_days", HORIZONS, offer.horizonDays)}
        />
        {staff !== undefined && staff.length > 1 && (
          <Checkbox.Group
            label={offer.whoDoes}
            description={offer.whoDoesHint}
            {...form.getInputProps("staff_ids")}
          >
            <Stack gap="xs" mt="xs">
              {staff.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Button type="submit" loading={form.busy}>
          {common.save}
        </Button>
      </Stack>
    </form>
  );
}

/** So many minutes in the largest unit that holds them. */
function useSpan(): (minutes: number) => string {
  const offer = useWords(offerWords);
  return (minutes) => {
    if (minutes > 0 && minutes % 1440 === 0) {
      return offer.days(minutes / 1440);
    }
    return minutes > 0 && minutes % 60 === 0 ? offer.hours(minutes / 60) : offer.minutes(minutes);
  };
}

/** Services: how one is read and written, and its fields in words. */
function useServiceResource(): (id: string) => Resource<Details> {
  const words = useWords(receptionistWords);
  const offer = useWords(offerWords);
  const { data: staff } = useQuery(staffQueries.bookable());
  const names = {
    name: words.serviceName,
    duration_minutes: words.minutes,
    price_text: words.price,
    buffer_before_minutes: offer.before,
    buffer_after_minutes: offer.after,
    minimum_notice_minutes: offer.notice,
    horizon_days: offer.horizon,
    staff_ids: offer.whoDoes,
  };
  return (id) => ({
    read: () => bodyAndTag(api.GET("/api/v1/services/{id}", { params: { path: { id } } })),
    write: (patch, tag) =>
      bodyAndTag(
        api.PATCH("/api/v1/services/{id}", {
          params: { path: { id }, header: { "If-Match": tag } },
          body: patch,
        }),
      ),
    show: (field, value) => ({
      name: names[field],
      text: Array.isArray(value)
        ? value.map((one) => staff?.find((member) => member.id === one)?.name ?? one).join(", ")
        : (value ?? words.empty),
    }),
  });
}
