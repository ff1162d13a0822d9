import { Button, FileInput, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { api, body } from "@/api/client";
import { useWords } from "@/i18n/catalogue";
import { useApiForm } from "@/ui/api-form";
import { FormProblem } from "@/ui/form-problem";
import { changes, useVersionedSave, type Resource } from "@/ui/versioned";
import { uiWords } from "@/ui/words";
import { useZone } from "@/ui/zone";
import { MOST_BYTES, READABLE, readDocument, type Chosen } from "./document";
import { endOf, lastDay } from "./expiry";
import { readEntry, sendDocument, writeEntry, type Entry, type EntryDetails } from "./queries";
import { SendingBar } from "./sending-bar";
import { knowledgeWords } from "./words";

/** A question with its answer, or a document: added, or edited. */
export function EntryForm(props: {
  receptionist: string;
  entry: Entry | undefined;
  kind: Entry["kind"];
  close: () => void;
}) {
  const { receptionist, entry, kind, close } = props;
  const words = useWords(knowledgeWords);
  const common = useWords(uiWords);
  const zone = useZone();
  const save = useVersionedSave();
  const resource = useEntryResource(receptionist, kind);
  const [chosen, setChosen] = useState<Chosen>();
  const isQuestion = kind === "question";
  const [sent, setSent] = useState<number>();
  const left = useLeft();
  const isFile = chosen !== undefined && "file" in chosen;
  const form = useApiForm({
    name: "knowledge",
    initialValues: {
      title: entry?.title ?? "",
      text: entry?.text ?? "",
      expires_at: lastDay(entry?.expires_at, zone),
    },
  });
  const choose = async (file: File | null) => {
    form.clearFieldError("file");
    if (file !== null && file.size > MOST_BYTES) {
      setChosen(undefined);
      form.setFieldError("file", words.fileTooLarge);
      return;
    }
    const read = file === null ? undefined : await readDocument(file);
    setChosen(read);
    if (read !== undefined && "text" in read) {
      form.setFieldValue("text", read.text);
    }
    if (file !== null && form.getValues().title === "") {
      form.setFieldValue("title", file.name.replace(/\.\w+$/, ""));
    }
  };
  return (
    <form
      noValidate
      onSubmit={form.send(async (values) => {
        const details = {
          title: values.title.trim(),
          text: values.text.trim(),
          expires_at: endOf(values.expires_at, zone),
        };
        if (entry !== undefined) {
          const { title, text, expires_at } = entry;
          const before = { title, text, expires_at: expires_at ?? null };
          await save(resource(entry.id), before, changes<EntryDetails>(before, details));
        } else if (isFile) {
          const { title, expires_at } = details;
          setSent(0);
          try {
            await sendDocument(receptionist, { ...chosen, title, expires_at }, setSent, left());
          } finally {
            setSent(undefined);
          }
        } else {
          await body(
            api.POST("/api/v1/receptionists/{id}/knowledge", {
              params: { path: { id: receptionist } },
              body: { kind, ...details, file_name: chosen?.file_name ?? null },
            }),
          );
        }
        close();
      })}
    >
      <Stack gap="sm">
        <FormProblem problem={form.problem} />
        <TextInput
          label={isQuestion ? words.question : words.documentTitle}
          placeholder={isQuestion ? words.questionExample : undefined}
          data-autofocus
          {...form.getInputProps("title")}
        />
        {!isQuestion && entry === undefined && (
          <FileInput
            label={words.file}
            description={words.fileHint}
            placeholder={words.chooseFile}
            accept={READABLE}
            clearable
            clearButtonProps={{ "aria-label": words.noFile }}
            disabled={form.busy}
            {...form.getInputProps("file")}
            onChange={(file) => void choose(file)}
          />
        )}
        {sent !== undefined && <SendingBar part={sent} />}
        {!isFile && (
          <Textarea
            label={isQuestion ? words.reply : words.text}
            placeholder={isQuestion ? words.replyExample : undefined}
            autosize
            minRows={isQuestion ? 3 : 6}
            maxRows={16}
            {...form.getInputProps("text")}
          />
        )}
        <TextInput
          label={words.lastDay}
          description={words.lastDayHint}
          type="date"
          {...form.getInputProps("expires_at")}
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

/** What breaks off once the form is left. */
function useLeft(): () => AbortSignal {
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  return () => (controller.current = new AbortController()).signal;
}

/** Entries: how one is read and written, and its fields in words. */
function useEntryResource(
  receptionist: string,
  kind: Entry["kind"],
): (id: string) => Resource<EntryDetails> {
  const words = useWords(knowledgeWords);
  const zone = useZone();
  return (id) => ({
    read: () => readEntry(receptionist, id),
    write: (patch, tag) => writeEntry(receptionist, id, patch, tag),
    show: (field, value) => ({
      name: {
        title: kind === "question" ? words.question : words.documentTitle,
        text: kind === "question" ? words.reply : words.text,
        expires_at: words.lastDay,
      }[field],
      text: field === "expires_at" ? lastDay(value, zone) || words.always : value,
    }),
  });
}
