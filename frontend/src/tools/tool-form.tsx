import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { METHODS, type Tool } from "./queries";
import { change, useToolResource, type Open } from "./resource";
import { toolWords } from "./words";
import { headers, lines, NoObject, object, written } from "./written";

const NO_PARAMETERS = { type: "object", properties: {} };

/** A tool of the business's own: added, or edited. */
export function ToolForm(props: {
  receptionist: string;
  tool: Tool | undefined;
  close: () => void;
}) {
  const { receptionist, tool, close } = props;
  const words = useWords(toolWords);
  const common = useWords(uiWords);
  const save = useVersionedSave();
  const resource = useToolResource(receptionist);
  const form = useApiForm({
    name: "tool",
    initialValues: {
      name: tool?.name ?? "",
      description: tool?.description ?? "",
      method: tool?.method ?? "get",
      url: tool?.url ?? "",
      parameters: written(tool?.parameters ?? NO_PARAMETERS),
      body: written(tool?.body),
      headers: lines(tool?.headers ?? {}),
      secret_headers: "",
      result: written(tool?.result),
      timeout_seconds: tool?.timeout_seconds ?? 5,
      safe: tool?.safe ?? true,
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const values = form.getValues();
        let details: Open;
        try {
          details = {
            name: values.name.trim(),
            description: values.description.trim(),
            method: METHODS.find((method) => method === values.method) ?? "get",
            url: values.url.trim(),
            parameters: object("parameters", values.parameters) ?? NO_PARAMETERS,
            body: object("body", values.body),
            headers: headers(values.headers),
            result: (object("result", values.result) ?? {}) as Record<string, string>,
            timeout_seconds: values.timeout_seconds,
            safe: values.safe,
          };
        } catch (failure) {
          if (failure instanceof NoObject) {
            form.setFieldError(failure.field, words.noObject);
            return;
          }
          throw failure;
        }
        const secrets = headers(values.secret_headers);
        form.send(async () => {
          if (tool === undefined) {
            await body(
              api.POST("/api/v1/receptionists/{id}/tools", {
                params: { path: { id: receptionist } },
                body: { ...details, secret_headers: secrets },
              }),
            );
          } else {
            const changed = changes<Open>(tool, details);
            if (Object.keys(changed).length > 0) {
              await save(resource(tool.id), tool, changed);
            }
            if (Object.keys(secrets).length > 0) {
              await change(receptionist, tool.id, { secret_headers: secrets }, undefined);
            }
          }
          close();
        })(event);
      }}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={words.toolName}
          description={words.toolNameHint}
          placeholder="find_order"
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Textarea
          label={words.description}
          description={words.descriptionHint}
          autosize
          minRows={2}
          {...form.getInputProps("description")}
        />
        <Group align="flex-end" grow preventGrowOverflow={false} wrap="nowrap">
          <NativeSelect
            label={words.method}
            data={METHODS.map((value) => ({ value, label: value.toUpperCase() }))}
            maw={120}
            {...form.getInputProps("method")}
          />
          <TextInput
            label={words.url}
            placeholder="https://example.com/orders/{order}"
            {...form.getInputProps("url")}
          />
        </Group>
        <Textarea
          label={words.parameters}
          description={words.parametersHint}
          ff="monospace"
          autosize
          minRows={4}
          maxRows={16}
          {...form.getInputProps("parameters")}
        />
        <Textarea
          label={words.body}
          description={words.bodyHint}
          ff="monospace"
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps("body")}
        />
        <Textarea
          label={words.headers}
          description={words.headersHint}
          ff="monospace"
          autosize
          {...form.getInputProps("headers")}
        />
        <Textarea
          label={words.secretHeaders}
          description={words.secretHeadersHint(tool?.secret_header_names ?? [])}
          placeholder="Authorization: Bearer …"
          ff="monospace"
          autosize
          {...form.getInputProps("secret_headers")}
        />
        <Textarea
          label={words.result}
          description={words.resultHint}
          placeholder={'{ "state": "/order/state" }'}
          ff="monospace"
          autosize
          minRows={2}
          {...form.getInputProps("result")}
        />
        <NumberInput
          label={words.timeout}
          min={1}
          max={6}
          {...form.getInputProps("timeout_seconds")}
        />
        <Checkbox
          label={words.safe}
          description={words.safeHint}
          {...form.getInputProps("safe", { type: "checkbox" })}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.busy}>
            {common.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
