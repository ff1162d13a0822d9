/** Where to go after logging in: a place on this site, nothing else. */
export function nextSearch(search: Record<string, unknown>): { next?: string | undefined } {
  const { next } = search;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}
