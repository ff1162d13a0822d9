import createClient from "openapi-fetch";
import type { paths } from "@/api/schema";
import { service } from "@/api/service";

/** The service, for what it answers to anybody: no token goes along. */
export const anybody = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => service.fetch(request),
});
