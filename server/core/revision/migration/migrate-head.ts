import type { TextChange } from '../../fixes/fix';
import { insertUnder } from '../../fixes/insert-under';
import { scalarText } from '../../manifest/scalar-text';
import type { ParsedManifest } from '../../manifest/parse-manifest';
import { shift, type Located } from '../../text/offset-range';
import { cutEntry } from './cut-entry';
import { ManifestPairs } from './manifest-pairs';
import type { MigrationEvent } from './migration';

/** What the head of the dossier must say. */
export interface NewHead {
  readonly dispositif: string;
  /** Path of the catalogue, relative to the dossier; undefined for a built-in one. */
  readonly catalogue: string | undefined;
}

export interface HeadMigration {
  readonly changes: readonly TextChange[];
  readonly events: readonly MigrationEvent[];
}

/** Edits of `dossier.dispositif`, `dossier.catalogue` and of chapters that have another name. */
export function migrateHead(
  uri: string,
  { text, chapters }: ParsedManifest,
  dossier: NonNullable<ParsedManifest['dossier']>,
  head: NewHead,
  renamed: { readonly chapters: ReadonlyMap<string, string>; readonly proofs: ReadonlyMap<string, string> },
): HeadMigration {
  const changes: TextChange[] = [];
  const events: MigrationEvent[] = [];
  const replace = (value: Located<string>, base: number, to: string): boolean => {
    const range = shift(value.range, base);
    const present = text.slice(range.start, range.end);
    // Through an alias the value stands elsewhere too.
    if (present.startsWith('*')) return false;
    // A block scalar has its last line end, which belongs to the line.
    const end = range.start + present.trimEnd().length;
    changes.push({ uri, range: { start: range.start, end }, text: scalarText(to, present) });
    return true;
  };
  const { base, facts } = dossier;
  const say = (key: 'dispositif' | 'catalogue', from: string | undefined, to: string | undefined) => {
    const change = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    events.push({ kind: 'head', key, ...change, uri, range: shift(facts.key, base) });
  };
  const { dispositif, catalogue } = facts;
  if (dispositif && dispositif.value !== head.dispositif && replace(dispositif, base, head.dispositif)) {
    say('dispositif', dispositif.value, head.dispositif);
  }
  if (head.catalogue === undefined) {
    if (catalogue) {
      const change = dropCatalogue(uri, text, base + catalogue.range.start);
      changes.push(...change);
      if (change.length > 0) say('catalogue', catalogue.value, undefined);
    }
  } else if (!catalogue) {
    const change = addCatalogue(uri, text, base + facts.key.start, head.catalogue);
    if (change) {
      changes.push(change);
      say('catalogue', undefined, head.catalogue);
    }
  } else if (catalogue.value !== head.catalogue && replace(catalogue, base, head.catalogue)) {
    say('catalogue', catalogue.value, head.catalogue);
  }
  const names = new Set(chapters.map(({ facts: { name } }) => name.value));
  for (const { base: at, facts: chapter } of chapters) {
    for (const { proof } of chapter.history ?? []) {
      const to = proof && renamed.proofs.get(proof.value);
      if (proof && to !== undefined) replace(proof, at, to);
    }
    const from = chapter.name.value;
    const to = renamed.chapters.get(from);
    if (to === undefined || names.has(to) || !replace(chapter.name, at, to)) continue;
    events.push({
      kind: 'renamed',
      what: 'chapter',
      from,
      to,
      probable: false,
      uri,
      range: shift(chapter.name.range, at),
    });
  }
  return { changes, events };
}

function addCatalogue(uri: string, text: string, key: number, path: string): TextChange | undefined {
  const entry = new ManifestPairs(text).at(key)?.range;
  const stub = { key: 'catalogue', value: scalarText(path) };
  return entry && insertUnder({ uri, text, entry, path: [], stub, after: ['dispositif'] });
}

/** A built-in catalogue has no path: the line stays as a comment, so that the path is not lost. */
function dropCatalogue(uri: string, text: string, valueStart: number): TextChange[] {
  const pair = new ManifestPairs(text).ofValue(valueStart);
  if (!pair) return [];
  if (!pair.flow && !text.slice(pair.range.start, pair.range.end).includes('\n')) {
    return [{ uri, range: { start: pair.key.start, end: pair.key.start }, text: '# ' }];
  }
  return (cutEntry(text, pair)?.removed ?? []).map((range) => ({ uri, range, text: '' }));
}
