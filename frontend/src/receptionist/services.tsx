import { Button, NumberInput, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, body, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave, type Resource } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { OfferList } from "./offer-list";
import { serviceQueries } from "./queries";
import { receptionistWords } from "./words";

type Service = Schema<"Service">;
type Details = Schema<"ServiceDetails">;

/** What callers can book. */
export function Services() {
  const words = useWords(receptionistWords);
  const { data } = useQuery(serviceQueries.offered());
  return (
    <OfferList
      title={words.services}
      about={words.servicesAbout}
      addText={words.addService}
      items={data}
      queryKey={serviceQueries.all}
      detail={(service) =>
        [words.minutesLong(service.duration_minutes), service.price_text]
          .filter((part) => part != null)
          .join(" · ")
      }
      form={(service, close) => <ServiceForm service={service} close={close} />}
      remove={({ id }) => body(api.DELETE("/api/v1/services/{id}", { params: { path: { id } } }))}
    />
  );
}

function ServiceForm({ service, close }: { service: Service | undefined; close: () => void }) {
  const words = useWords(receptionistWords);
  const common = useWords(uiWords);
  const save = useVersionedSave();
  const resource = useServiceResource();
  const form = useApiForm({
    name: "service",
    initialValues: {
      name: service?.name ?? "",
      duration_minutes: service?.duration_minutes ?? 60,
      price_text: service?.price_text ?? "",
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.send(async ({ price_text, ...values }) => {
        const details = { ...values, price_text: price_text.trim() === "" ? null : price_text };
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
        <Button type="submit" loading={form.busy}>
          {common.save}
        </Button>
      </Stack>
    </form>
  );
}

/** Services: how one is read and written, and its fields in words. */
function useServiceResource(): (id: string) => Resource<Details> {
  const words = useWords(receptionistWords);
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
      name: { name: words.serviceName, duration_minutes: words.minutes, price_text: words.price }[
        field
      ],
      text: value ?? words.empty,
    }),
  });
}
