const base = 'https://github.com/segur-preuves/segur-preuves/blob/main/docs/rules';

/** Address of the page of a rule (`category/name`). Nothing is fetched: the reader may open it. */
export function rulePage(rule: string): string {
  return `${base}/${rule}.md`;
}
