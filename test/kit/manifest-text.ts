import type { ParsedManifest } from '../../server/core/manifest/parse-manifest';

/** Kind and marked text of each problem of a file. */
export function markedProblems(parsed: ParsedManifest): string[] {
  return parsed.problems.map(
    ({ kind, range }) => `${kind} ${JSON.stringify(parsed.text.slice(range.start, range.end))}`,
  );
}

/** Beginning of a main manifest that nothing is wrong with. */
export const head = 'version: 1\ndossier:\n  dispositif: MDV-LGC-Va2\n';

/** One piece of evidence written as `lines`, as in a stub. */
export function piece(...lines: string[]): string {
  const [first = '', ...rest] = lines;
  const item = [`            - ${first}`, ...rest.map((line) => `              ${line}`)].join('\n');
  return `version: 1\nexigences:\n  PSC.01:\n    scenarios:\n      PSC.01.01:\n        preuves:\n          PSC.01.01.01:\n${item}\n`;
}
