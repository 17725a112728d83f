import type { ParsedManifest } from '../manifest/parse-manifest';

/** Where a top-level entry ends: before the comments and blank lines that go with the next one. */
export function endOfSection(start: number, { text, keys }: ParsedManifest): number {
  const next = keys.map(({ range }) => range.start).filter((offset) => offset > start);
  let end = next.length === 0 ? text.length : text.lastIndexOf('\n', Math.min(...next) - 1) + 1;
  for (;;) {
    const line = text.lastIndexOf('\n', end - 2) + 1;
    if (line <= start || !/^(?:#.*|\s*)$/.test(text.slice(line, end).trimEnd())) return end;
    end = line;
  }
}
