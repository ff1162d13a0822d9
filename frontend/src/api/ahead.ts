/** Lets come what a page is going to ask for. Where that fails, the page asks again, and says so. */
export function ahead(...reads: Promise<unknown>[]) {
  reads.forEach((read) => {
    read.catch(() => undefined);
  });
}
