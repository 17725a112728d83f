import type { TextChange } from '../../fixes/fix';
import { applyChanges } from '../../fixes/verified';
import { parseManifest, type ParsedManifest } from '../../manifest/parse-manifest';
import type { Locale } from '../../messages/say';
import type { OffsetRange } from '../../text/offset-range';
import { catalogueLabel } from '../revision-outline';
import type { CatalogueRevision } from '../revision';
import { evidenceOfManifest } from './evidence-signatures';
import { migrateEntries, type EntryMigration } from './migrate-entries';
import { migrateHead, type HeadMigration, type NewHead } from './migrate-head';
import type { MigratedFile, MigrationEvent, MigrationPlan } from './migration';
import { parkedBlock } from './parked-block';
import { RevisionIndex } from './revision-index';

interface MigratedManifest {
  readonly uri: string;
  readonly parsed: ParsedManifest;
}

export interface MigrationInput {
  /** The main manifest, then its fragments. */
  readonly files: readonly [MigratedManifest, ...MigratedManifest[]];
  readonly revision: CatalogueRevision;
  readonly head: NewHead;
  /** Whether entries matched by their text alone are followed; otherwise they are taken out like those that are gone. */
  readonly followProbable: boolean;
  /** Of the comment above what is taken out. */
  readonly locale: Locale;
}

export type MigrationOutcome =
  | { readonly kind: 'planned'; readonly plan: MigrationPlan }
  /** The first file has no `dossier` section. */
  | { readonly kind: 'noDossier'; readonly uri: string }
  /** A file can not be read whole: an edit could lose what was not understood. */
  | { readonly kind: 'syntax'; readonly uri: string; readonly range: OffsetRange }
  /** Every way of editing this file was found to lose something; nothing was done. */
  | { readonly kind: 'unsafe'; readonly uri: string };

/**
 * What a dossier becomes under the new catalogue: keys renamed in place, evidence kept, requirements whose text changed to
 * be reviewed through their fingerprint, what is gone moved to a comment at the end of its file. Everything else stays as
 * it is, to the letter. The plan is checked before it is given: every piece of evidence is still there.
 */
export function planMigration(input: MigrationInput): MigrationOutcome {
  const [main] = input.files;
  const dossier = main.parsed.dossier;
  if (!dossier) return { kind: 'noDossier', uri: main.uri };
  for (const { uri, parsed } of input.files) {
    const slip = parsed.problems.find(({ kind }) => kind === 'syntax');
    if (slip) return { kind: 'syntax', uri, range: slip.range };
  }
  const index = new RevisionIndex(input.revision, input.followProbable);
  const renamed = { chapters: input.revision.chapters.renamed, proofs: index.renumberedProofs() };
  const files: MigratedFile[] = [];
  const events: MigrationEvent[] = [];
  for (const { uri, parsed } of input.files) {
    const head = parsed === main.parsed ? migrateHead(uri, parsed, dossier, input.head, renamed) : noHead;
    const migrated = migrateFile(uri, parsed, head, index, input);
    if (!migrated) return { kind: 'unsafe', uri };
    events.push(...head.events, ...migrated.events);
    if (migrated.changes.length > 0) files.push(migrated);
  }
  return { kind: 'planned', plan: { files, events, added: input.revision.requirements.added.map(({ id }) => id) } };
}

const noHead: HeadMigration = { changes: [], events: [] };

function migrateFile(
  uri: string,
  parsed: ParsedManifest,
  head: HeadMigration,
  index: RevisionIndex,
  { revision, locale }: MigrationInput,
): (MigratedFile & { readonly events: readonly MigrationEvent[] }) | undefined {
  const before = parsed.text;
  const names = { before: catalogueLabel(revision.before), after: catalogueLabel(revision.after) };
  for (const mayPark of [true, false]) {
    const entries = migrateEntries(uri, parsed, index, mayPark);
    const changes: TextChange[] = [...head.changes, ...entries.changes];
    if (entries.parked.length > 0) {
      const end = { start: before.length, end: before.length };
      changes.push({ uri, range: end, text: parkedBlock(before, entries.parked, names, locale) });
    }
    changes.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    if (changes.some(({ range }, at) => range.start < (changes[at - 1]?.range.end ?? 0))) continue;
    const after = applyChanges(before, changes);
    if (losesNothing(parsed, after, entries)) return { uri, before, after, changes, events: entries.events };
  }
  return undefined;
}

/** The text reads as well as before, and what is not there any more is exactly what was taken out. */
function losesNothing(before: ParsedManifest, text: string, { parkedEvidence }: EntryMigration): boolean {
  const after = parseManifest(text);
  if (slips(after) > slips(before)) return false;
  const left = [...evidenceOfManifest(after), ...parkedEvidence].sort();
  const was = evidenceOfManifest(before).sort();
  return left.length === was.length && left.every((one, at) => one === was[at]);
}

function slips({ problems }: ParsedManifest): number {
  return problems.length;
}
