/** A document as it was chosen: its text, or the file itself where somebody else has to read it. */
export type Chosen = { file_name: string } & ({ text: string } | { pdf: string });

/** What a person may choose. */
export const READABLE = ".pdf,.txt,.md,application/pdf,text/plain,text/markdown";

/** As much as a request may hold, written as base64. */
export const MOST_BYTES = 700_000;

export async function readDocument(file: File): Promise<Chosen> {
  const isPdf = file.type === "application/pdf" || file.name.toLowerCase().endsWith(".pdf");
  return isPdf
    ? { file_name: file.name, pdf: base64(new Uint8Array(await file.arrayBuffer())) }
    : { file_name: file.name, text: await file.text() };
}

function base64(bytes: Uint8Array): string {
  const CHUNK = 32_768;
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}
