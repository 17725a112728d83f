import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Analysis } from '../../../server/core/engine/analyse';
import { FindingWords } from '../../../server/core/engine/render-finding';
import { rules } from '../../../server/core/rules/registry';
import { relativeTo } from '../../../server/core/text/uri';

/** Places written out for each message, where the texts behind them are not ours to keep. */
const shownPlaces = 12;

/** Findings of one rule at one place that are written out. */
const shownTogether = 3;

/** Every finding with its place and its message; of many of a rule at one place the first. */
export function fullSnapshot(name: string, analysis: Analysis): string {
  const words = new FindingWords(rules);
  const place = places(analysis);
  const runs: { readonly key: string; readonly lines: string[] }[] = [];
  for (const finding of analysis.findings) {
    const key = `${finding.severity.padEnd(7)} ${place(finding)} ${finding.rule}`;
    const line = `${key}: ${words.message(finding, 'fr').replaceAll('\n', '⏎')}`;
    const last = runs.at(-1);
    if (last?.key === key) last.lines.push(line);
    else runs.push({ key, lines: [line] });
  }
  const lines = runs.flatMap(({ lines: run }) =>
    run.length <= shownTogether
      ? run
      : [...run.slice(0, shownTogether), `        … × ${run.length}, ${digest(run.join('\n'))}`],
  );
  return section(name, lines);
}

/** How often each message of each rule comes, and where: nothing of what a workbook says, its ids apart. */
export function bareSnapshot(name: string, analysis: Analysis): string {
  const place = places(analysis);
  const groups = new Map<string, string[]>();
  for (const finding of analysis.findings) {
    const key = `${finding.severity.padEnd(7)} ${finding.rule} (${finding.message})`;
    const { proof, scenario, requirement } = finding.target ?? {};
    const target = proof ?? scenario ?? requirement;
    const shown = `${place(finding)}${target === undefined ? '' : ` ${target}`}`;
    const list = groups.get(key);
    if (list) list.push(shown);
    else groups.set(key, [shown]);
  }
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, shown]) => [
      `${key} × ${shown.length}, ${digest(shown.join('\n'))}`,
      ...shown.slice(0, shownPlaces).map((one) => `        ${one}`),
      ...(shown.length > shownPlaces ? ['        …'] : []),
    ]);
  return section(name, lines);
}

/** The snapshot is the one in the file; with UPDATE_SNAPSHOTS=1 the file is written instead. */
export function matchesFile(path: string, snapshot: string): void {
  if (process.env['UPDATE_SNAPSHOTS'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, snapshot);
    return;
  }
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : '';
  assert.equal(snapshot, expected, `${path} says otherwise: if the change is meant, run with UPDATE_SNAPSHOTS=1`);
}

/** Tells whether what is not written out is the same. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function section(name: string, lines: readonly string[]): string {
  return `# ${name}\n\n${lines.length === 0 ? 'aucun constat\n' : lines.map((line) => `${line}\n`).join('')}\n`;
}

/** `exigences/dmp.preuves.yaml:12:3-12:14`, counted from one. */
function places({ dossier }: Analysis): (at: Pick<Analysis['findings'][number], 'uri' | 'range'>) => string {
  const texts = new Map([dossier.main, ...dossier.fragments].map((file) => [file.uri, file.parsed.source]));
  return ({ uri, range }) => {
    const at = (offset: number) => {
      const position = texts.get(uri)?.position(offset);
      return position ? `${position.line + 1}:${position.character + 1}` : '?';
    };
    return `${relativeTo(dossier.rootUri, uri) ?? uri}:${at(range.start)}-${at(range.end)}`;
  };
}
