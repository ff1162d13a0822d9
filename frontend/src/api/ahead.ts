/**
 * Lets come what a page is going to ask for; each is sent for in a task of its own, for a phone takes its time over it.
 * Where that fails, the page asks again, and says so.
 */
export function ahead(...reads: (() => Promise<unknown>)[]) {
  reads.forEach((read) => {
    setTimeout(() => {
      read().catch(() => undefined);
    });
  });
}
