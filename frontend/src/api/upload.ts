import { session } from "@/auth/session";
import { problemOf } from "./problem";

/**
 * Sends a file as it is, and tells how much of it is there: `fetch` does not.
 * @param progress from 0 to 1, now and then
 * @throws ApiProblem, ServiceUnreachable
 */
export async function upload<Answer>(
  path: string,
  file: File,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const request = new Request(new URL(path, window.location.origin), { method: "POST", signal });
  const response = await session.fetch(request, (signed) => send(signed, file, progress));
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw problemOf(response, answer);
  }
  return answer as Answer;
}

function send(request: Request, file: File, progress: (part: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(request.method, request.url);
    request.headers.forEach((value, name) => {
      sending.setRequestHeader(name, value);
    });
    sending.setRequestHeader("Content-Type", file.type === "" ? "text/plain" : file.type);
    sending.upload.onprogress = ({ loaded, total }) => {
      progress(total === 0 ? 1 : loaded / total);
    };
    sending.onload = () => {
      const type = sending.getResponseHeader("Content-Type") ?? "";
      resolve(
        new Response(sending.responseText, {
          status: sending.status,
          headers: { "Content-Type": type },
        }),
      );
    };
    sending.onerror = () => {
      reject(new TypeError("The file did not get there."));
    };
    sending.onabort = () => {
      reject(new DOMException("Nobody waits for it any more.", "AbortError"));
    };
    request.signal.addEventListener("abort", () => {
      sending.abort();
    });
    sending.send(file);
  });
}
