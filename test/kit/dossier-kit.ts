import assert from 'node:assert/strict';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import type { Analysis } from '../../server/core/engine/analyse';
import type { EvidenceContent, EvidenceFile } from '../../server/core/evidence/evidence-file';
import type { Finding } from '../../server/core/findings/finding';
import type { Fix } from '../../server/core/fixes/fix';
import type { FileFault } from '../../server/core/ports/file-fault';
import { neverCancelled } from '../../server/core/ports/cancellation';
import type { Rule } from '../../server/core/rules/rule';
import { Workspace } from '../../server/core/workspace/workspace';
import { MemoryFiles } from './memory-files';
import { smallCatalogue } from './small-catalogue';

export const rootUri = 'file:///dossier';
export const mainUri = `${rootUri}/main.preuves.yaml`;

export interface KitInput {
  /** Text of `main.preuves.yaml`; `⟦…⟧` marks where findings are expected. */
  readonly main: string;
  /** Other files by path, `⟦…⟧` allowed. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that are not plain UTF-8, by path; the main manifest may be one of them. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** Files that are there and are not read, by path. */
  readonly faults?: Readonly<Record<string, FileFault>>;
  /** Where files or folders that are links lead, by path: URIs. */
  readonly links?: Readonly<Record<string, string>>;
  /** `null`: no built-in catalogue is known at all. Default: the small catalogue, as built-in `MDV-LGC-Va2`. */
  readonly catalogue?: Catalogue | null;
  /** Evidence facts by path. A path that is not here is not known yet. */
  readonly evidence?: Readonly<Record<string, EvidenceFile>>;
  /** Files found in the folders of evidence, by path. Default: not known. */
  readonly listed?: readonly string[];
  readonly today?: string;
}

export interface Mark {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface KitResult {
  readonly analysis: Analysis;
  readonly workspace: Workspace;
  /** In file order (main first, then files by URI), then text order. */
  readonly marks: readonly Mark[];
  readonly textOf: (uri: string) => string;
}

/** Facts of a regular file; digest and size unless told otherwise. */
export function file(more: Partial<EvidenceContent> = {}): EvidenceContent {
  return { state: 'file', size: 1000, sha256: 'a'.repeat(64), text: false, ...more };
}

/** A main manifest around what a test is about: header complete, software 12.4.0, profile BAL PER-ORG. */
export function manifest(body: string): string {
  return `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  profils: [BAL PER-ORG]
  depot_vise: 2026-12-15
editeur:
  denomination: Éditeur Exemple
  siret: "73282932000074"
logiciel:
  nom: MonCabinet
  version: 12.4.0
${body}`;
}

/** Checks a dossier held in memory with these rules. */
export async function analyse(rules: readonly Rule[], input: KitInput): Promise<KitResult> {
  const marks: Mark[] = [];
  const texts = new Map<string, string>();
  const add = (uri: string, marked: string) => {
    texts.set(uri, unmark(uri, marked, marks));
  };
  add(mainUri, input.main);
  for (const path of Object.keys(input.files ?? {}).sort()) add(`${rootUri}/${path}`, input.files?.[path] ?? '');
  const contents = new Map<string, string | Uint8Array>(texts);
  for (const [path, bytes] of Object.entries(input.bytes ?? {})) contents.set(`${rootUri}/${path}`, bytes);
  const catalogue = input.catalogue === undefined ? smallCatalogue : input.catalogue;
  const files = new MemoryFiles(contents);
  for (const [path, fault] of Object.entries(input.faults ?? {})) files.faults.set(`${rootUri}/${path}`, fault);
  for (const [path, target] of Object.entries(input.links ?? {})) files.links.set(`${rootUri}/${path}`, target);
  const workspace = new Workspace(
    {
      files,
      evidence: {
        lookup: (_root, path) => input.evidence?.[path],
        scan: () => Promise.resolve(),
        listed: () => input.listed,
        list: () => Promise.resolve(),
      },
      clock: { today: () => input.today ?? '2026-11-20' },
      builtIns: { load: (id) => Promise.resolve(catalogue?.dispositif.id === id ? catalogue : undefined) },
    },
    rules,
  );
  await workspace.addFolder(rootUri, neverCancelled);
  const analysis = await workspace.analyse(mainUri, neverCancelled);
  assert.ok(analysis);
  return { analysis, workspace, marks, textOf: (uri) => texts.get(uri) ?? '' };
}

/** The rule's findings stand exactly on the marked texts, in order. @returns them, for closer looks */
export async function fires(rule: Rule, input: KitInput): Promise<readonly Finding[]> {
  const { analysis, marks, textOf } = await analyse([rule], input);
  const found = analysis.findings.filter((finding) => finding.rule === rule.meta.id);
  assert.deepEqual(
    found.map(({ uri, range }) => ({ uri, text: textOf(uri).slice(range.start, range.end), start: range.start })),
    marks.map(({ uri, text, start }) => ({ uri, text, start })),
  );
  assert.ok(found.length > 0, 'nothing is marked: use silent()');
  for (const finding of found) isWhole(rule, finding);
  return found;
}

/** What any finding owes to whoever reads it, and to the state of what it is about. */
function isWhole(rule: Rule, { message, args, effect, target }: Finding): void {
  const sentence = rule.meta.messages[message];
  assert.ok(sentence, `message ${message} is not declared`);
  for (const text of [sentence.fr, sentence.en])
    for (const [, name = ''] of text.matchAll(/\{(\w+)[,}]/g))
      assert.ok(args[name] !== undefined && args[name] !== '', `${message} says nothing for {${name}}`);
  // An effect on nothing would be lost, and what is wrong would count as right. Papers of the dossier are told by path alone.
  const { requirement, scenario, proof, path } = target ?? {};
  assert.ok(
    effect === undefined || (requirement ?? scenario ?? proof ?? path) !== undefined,
    `${message} weighs on nothing`,
  );
}

/** The rule has nothing to say. */
export async function silent(rule: Rule, input: KitInput): Promise<void> {
  const { analysis } = await analyse([rule], input);
  assert.deepEqual(
    analysis.findings
      .filter((finding) => finding.rule === rule.meta.id)
      .map(({ message, args }) => ({ message, args })),
    [],
  );
}

/** The texts after the nth finding's nth fix, by URI; and applying the rule again finds nothing more to fix there. */
export async function fixed(
  rule: Rule,
  input: KitInput,
  choose: (fixes: readonly Fix[], finding: Finding) => Fix | undefined = ([first]) => first,
): Promise<Record<string, string>> {
  const { analysis, workspace, textOf } = await analyse([rule], input);
  const [finding] = analysis.findings;
  assert.ok(finding, 'no finding to fix');
  const uncited = await workspace.findLost(analysis, neverCancelled);
  const fixes = rule.fixes?.(finding, analysis.dossier, undefined, uncited) ?? [];
  if (fixes.some((one) => one.safe))
    assert.ok(rule.meta.safelyFixable, 'a safe fix of a rule that is not asked for it');
  const fix = choose(fixes, finding);
  assert.ok(fix, 'no fix');
  const result: Record<string, string> = {};
  for (const edit of [...fix.edits].sort((a, b) => b.range.start - a.range.start)) {
    const text = result[edit.uri] ?? textOf(edit.uri);
    result[edit.uri] = text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
  }
  return result;
}

function unmark(uri: string, marked: string, marks: Mark[]): string {
  let text = '';
  let rest = marked;
  for (;;) {
    const open = rest.indexOf('⟦');
    if (open < 0) return text + rest;
    const close = rest.indexOf('⟧', open);
    assert.ok(close > 0, 'mark not closed');
    text += rest.slice(0, open);
    const inside = rest.slice(open + 1, close);
    marks.push({ uri, start: text.length, end: text.length + inside.length, text: inside });
    text += inside;
    rest = rest.slice(close + 1);
  }
}
