/** A number as people write it (`+1 (415) 555-0134`, `0049 30 …`) as the service takes it; what is none stays as it is. */
export function dialled(written: string): string {
  const bare = written
    .trim()
    .replace(/[\s()./-]/g, "")
    .replace(/^00/, "+");
  return /^\+?\d+$/.test(bare) ? bare : written.trim();
}
