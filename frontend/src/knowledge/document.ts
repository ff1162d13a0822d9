/** A document as it was chosen: its text, to be looked over, or the file itself where the service has to read it. */
export type Chosen = { file_name: string } & ({ text: string } | { file: File });

/** What a person may choose. */
export const READABLE = ".pdf,.txt,.md,application/pdf,text/plain,text/markdown";

/** As much as the service takes. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Of a text, as much as anybody looks over. */
const MOST_TO_EDIT = 100_000;

const NOT_UTF8 = "\uFFFD";

export async function readDocument(file: File): Promise<Chosen> {
  const isText = file.type.startsWith("text/") || /\.(txt|md)$/i.test(file.name);
  const text = isText && file.size <= MOST_TO_EDIT ? await file.text() : NOT_UTF8;
  return text.includes(NOT_UTF8) ? { file_name: file.name, file } : { file_name: file.name, text };
}
