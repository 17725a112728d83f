import { join, resolve } from 'node:path';
import { analysisAfter, joinedEdits } from '../../core/attach/after-edits';
import { piecesBySlot, slotIds } from '../../core/attach/slots';
import type { Cell } from '../../core/cells/cell';
import { writeCells, type CellsOutcome } from '../../core/cells/write-cells';
import type { Analysis } from '../../core/engine/analyse';
import type { IntakePlan } from '../../core/intake/intake-plan';
import { planIntake, type IntakeChoices } from '../../core/intake/plan-intake';
import type { FoundFile } from '../../core/intake/sheet-files';
import type { Cancellation } from '../../core/ports/cancellation';
import { workingKind } from '../../core/evidence/working-file';
import type { Locale, Sentence } from '../../core/messages/say';
import { recordFaults } from '../../core/roundtrip/merge-words';
import { recordOf, type BaseRecord } from '../../core/roundtrip/record';
import type { Workbook } from '../../core/workbook/workbook';
import { digestOf } from '../files/digest-of';
import { walkFiles } from '../files/folder-walk';
import { withPreparedAttach, type PreparedOutcome, type Source } from './attach';
import { readTrackingFile } from './read-tracking-file';

export interface IntakeRequest {
  readonly analysis: Analysis;
  /** The tracking sheet, absolute. */
  readonly sheet: string;
  /** Folders in which files are sought, absolute. */
  readonly folders: readonly string[];
  readonly choices?: IntakeChoices;
  readonly cancellation: Cancellation;
}

/** Files of all folders that are looked at: more is no folder of evidence. */
const mostFiles = 50_000;

/** What a sheet turned out to be. */
export type SheetFound =
  | { readonly kind: 'tracking'; readonly workbook: Workbook }
  /** A report of ours that colleagues may have edited. */
  | { readonly kind: 'report'; readonly workbook: Workbook; readonly record: BaseRecord }
  /** A report of ours that cannot be merged any more. */
  | { readonly kind: 'unusable'; readonly reason: Sentence };

/**
 * Reads a sheet, and tells a report of ours by what it holds.
 * @throws WorkbookError, UnreadableFile, CancelledError, or the system's error
 */
export async function readSheet(sheet: string, cancellation: Cancellation): Promise<SheetFound> {
  const workbook = await readTrackingFile(sheet, cancellation);
  const found = recordOf(workbook);
  switch (found.kind) {
    case 'none':
      return { kind: 'tracking', workbook };
    case 'record':
      return { kind: 'report', workbook, record: found.record };
    case 'damaged':
    case 'otherVersion':
      return { kind: 'unusable', reason: recordFaults[found.kind] };
  }
}

/**
 * Says what a tracking sheet brings to the dossier. Nothing is written.
 * @throws UnreadableFile, CancelledError, or the system's error
 */
export async function readIntake(
  workbook: Workbook,
  { analysis, sheet, folders, choices, cancellation }: IntakeRequest,
): Promise<IntakePlan> {
  const files: FoundFile[] = [];
  const seen = new Set<string>([resolve(sheet)]);
  for (const folder of folders) {
    for await (const inside of walkFiles(folder, { enters: () => true }, cancellation)) {
      const path = join(folder, ...inside.split('/'));
      // The dossier's own files, and what two folders share.
      if (seen.has(path) || workingKind(inside) !== undefined) continue;
      seen.add(path);
      if (files.length < mostFiles) files.push({ path: path.replaceAll('\\', '/'), inside });
    }
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  const planOf = (found: readonly FoundFile[]): IntakePlan =>
    planIntake({ dossier: analysis.dossier, workbook, files: found, ...(choices ? { choices } : {}) });
  const plan = planOf(files);
  // What was attached has another name now: its content tells that it is there. Only files of rows are read for that.
  const unused = new Set(plan.unused.map(({ path }) => path));
  const isCited = [...piecesBySlot(analysis.dossier).values()].some((items) =>
    items.some(({ sha256 }) => sha256 !== undefined),
  );
  if (!isCited || unused.size === files.length) return plan;
  const read: FoundFile[] = [];
  for (const file of files)
    read.push(unused.has(file.path) ? file : { ...file, sha256: await digestOf(file.path, cancellation) });
  return planOf(read);
}

export interface PreparedIntake {
  /** Pieces and follow-up as one edit. */
  readonly attach: PreparedOutcome;
  /** Why the follow-up can not be written; the pieces can be all the same. */
  readonly refused?: Exclude<CellsOutcome, { readonly kind: 'planned' }>;
}

/**
 * Works out what the manifests become when a plan is carried out. Nothing is written before `use` does.
 * @throws UnreadableFile, CancelledError, or the system's error
 */
export async function withPreparedIntake<T>(
  plan: IntakePlan,
  { analysis, locale, cancellation }: Pick<IntakeRequest, 'analysis' | 'cancellation'> & { readonly locale: Locale },
  use: (prepared: PreparedIntake) => Promise<T>,
): Promise<T> {
  return await withPreparedAttach({ analysis, sources: sourcesOf(plan), locale, cancellation }, async (outcome) => {
    if (outcome.kind !== 'prepared' || plan.follows.length === 0) return await use({ attach: outcome });
    const { files } = outcome.plan;
    const noted = writeCells(analysisAfter(analysis, files), plan.follows.map(cellOf), locale);
    if (noted.kind !== 'planned') return await use({ attach: outcome, refused: noted });
    return await use({ attach: { ...outcome, plan: { ...outcome.plan, files: joinedEdits(files, noted.files) } } });
  });
}

function cellOf({ target: { level, slot }, field, value }: IntakePlan['follows'][number]): Cell {
  return { kind: 'follow', slot: slotIds(slot), level, field, value };
}

/** The pieces of a plan, as they are attached. */
function sourcesOf({ pieces }: Pick<IntakePlan, 'pieces'>): readonly Source[] {
  return pieces.map(({ slot, source, said }): Source => {
    const wishes = { wanted: slotIds(slot), said };
    switch (source.kind) {
      case 'file':
        return { kind: 'file', path: source.file.path, ...wishes };
      case 'link':
        return { kind: 'link', url: source.url, ...wishes };
      case 'execution':
        return { kind: 'execution', number: source.number, ...wishes };
    }
  });
}
