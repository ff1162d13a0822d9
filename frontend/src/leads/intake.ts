/** An intake question's key as people read it: `service_address` is "Service address". */
export function question(key: string): string {
  const text = key.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
