/** What a group of a match wrote; empty for one that took no part in it, and without a match. */
export function groupOf(match: readonly (string | undefined)[] | null, group: number): string {
  return match?.[group] ?? '';
}
