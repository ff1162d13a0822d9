import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { api, body } from "@/api/client";
import { late } from "@/api/late";
import { useWords } from "@/i18n/catalogue";
import { OfferList } from "./offer-list";
import { serviceQueries } from "./queries";
import { receptionistWords } from "./words";

const loadForm = () => late(() => import("./service-form"));
const ServiceForm = lazy(loadForm);

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
      ready={loadForm}
      form={(service, close) => <ServiceForm service={service} close={close} />}
      remove={({ id }) => body(api.DELETE("/api/v1/services/{id}", { params: { path: { id } } }))}
    />
  );
}
