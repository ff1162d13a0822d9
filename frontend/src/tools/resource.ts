import { api, bodyAndTag, type Schema } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import type { Resource } from "@/ui/versioned";
import type { Tool } from "./queries";
import { toolWords } from "./words";
import { patchOf, written, type Json } from "./written";

type Details = Schema<"HttpToolDetails">;

/** What is edited of a tool besides its secrets, which nobody reads. */
export type Open = Pick<
  Tool,
  | "name"
  | "description"
  | "method"
  | "url"
  | "parameters"
  | "body"
  | "headers"
  | "result"
  | "timeout_seconds"
  | "safe"
>;

/** Sends a merge patch. */
export function change(receptionist: string, id: string, patch: Json, tag: string | undefined) {
  return bodyAndTag(
    api.PATCH("/api/v1/receptionists/{id}/tools/{toolId}", {
      params: { path: { id: receptionist, toolId: id }, header: { "If-Match": tag } },
      body: patch as Details,
    }),
  );
}

/** Tools: how one is read and written, and its fields in words. */
export function useToolResource(receptionist: string): (id: string) => Resource<Open> {
  const words = useWords(toolWords);
  return (id) => {
    const read = () =>
      bodyAndTag(
        api.GET("/api/v1/receptionists/{id}/tools/{toolId}", {
          params: { path: { id: receptionist, toolId: id } },
        }),
      );
    return {
      read,
      write: async (patch, tag) => {
        const { value } = await read();
        const nested = Object.fromEntries(
          Object.entries(patch).map(([field, after]) => [
            field,
            patchOf(value[field as keyof Open], after),
          ]),
        );
        return change(receptionist, id, nested, tag);
      },
      show: (field, value) => ({
        name: {
          name: words.toolName,
          description: words.description,
          method: words.method,
          url: words.url,
          parameters: words.parameters,
          body: words.body,
          headers: words.headers,
          result: words.result,
          timeout_seconds: words.timeout,
          safe: words.safe,
        }[field],
        text: typeof value === "string" ? value : written(value),
      }),
    };
  };
}
