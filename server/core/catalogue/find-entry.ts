/** What an entry is found by. */
interface Named {
  readonly id: string;
  readonly printedId?: string;
}

/**
 * The entries of a list that a written id may mean: that of this very id; else those whose id it is but for letter case;
 * else those under which the REM prints it. Several: nothing tells which.
 */
export function entriesWritten<T extends Named>(entries: readonly T[], written: string): readonly T[] {
  const exact = entries.find(({ id }) => id === written);
  if (exact) return [exact];
  const lower = written.toLowerCase();
  const alike = entries.filter(({ id }) => id.toLowerCase() === lower);
  return alike.length > 0 ? alike : entries.filter(({ printedId }) => printedId?.toLowerCase() === lower);
}

/** The entry that a written id means; undefined when there is none, or when it may mean several. */
export function entryWritten<T extends Named>(entries: readonly T[], written: string): T | undefined {
  const [entry, ...others] = entriesWritten(entries, written);
  return others.length > 0 ? undefined : entry;
}
