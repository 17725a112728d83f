import { Draft, type EditedFile } from '../attach/draft';
import { evidenceOf, writeFingerprint } from '../attach/first-evidence';
import { entryChanges, placeStep, writtenEntry, type EntryIds, type WrittenEntry } from '../attach/make-place';
import type { Analysis } from '../engine/analyse';
import type { Dossier, Entry, ResolvedRequirement, ResolvedScenario } from '../dossier/dossier';
import { textOf } from '../fixes/manifest-text';
import type { TextChange } from '../fixes/fix';
import type { Locale } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';
import type { Cell, ChapterOpinion } from './cell';
import { refusals, type CellRefusal } from './cell-refusal';
import { pieceDigest } from './piece-digest';
import { CellPlanner, isRefusal, type Aim } from './plan-cell';
import { scenarioShape } from '../manifest/manifest-shape';
import { keysBefore } from './check-value';
import { readOnlyReason } from './read-only';
import { writeChapterOpinion } from './write-chapter-opinion';
import { writeInEntry, type EntryWrite } from './write-in-entry';

export type CellsOutcome =
  /** The manifests that change; none where they say it all already. */
  | { readonly kind: 'planned'; readonly files: readonly EditedFile[] }
  /** No cell of the dossier can be written now. */
  | { readonly kind: 'readOnly'; readonly reason: CellRefusal }
  /** Nothing is written, because these cells can not be. */
  | { readonly kind: 'refused'; readonly cells: readonly RefusedCell[] };

export interface RefusedCell {
  /** Which of the cells, 0-based. */
  readonly cell: number;
  readonly refusal: CellRefusal;
}

/** What an entry becomes, with the cells that ask for it. */
interface EntryWrites {
  readonly top: Entry<ResolvedRequirement | ResolvedScenario>;
  readonly writes: { readonly cell: number; readonly write: EntryWrite }[];
}

/**
 * Works out what the manifests become when cells are written, all of them or none. Only the lines that say something else
 * then are touched; entries that are missing are those of `fixes/stub`. Writes nothing.
 * @param locale of the comments of entries that have to be written
 */
export function writeCells(
  analysis: Analysis,
  cells: readonly (Cell | ChapterOpinion)[],
  locale: Locale,
): CellsOutcome {
  const reason = readOnlyReason(analysis.dossier);
  if (reason) return { kind: 'readOnly', reason };
  const refused: RefusedCell[] = [];
  const planner = new CellPlanner(analysis.dossier);
  const aims = cells.flatMap((cell, index) => {
    if (cell.kind === 'chapterOpinion') return [];
    const aim = planner.plan(cell);
    if (!isRefusal(aim)) return [{ cell: index, aim }];
    refused.push({ cell: index, refusal: aim });
    return [];
  });
  if (refused.length > 0) return { kind: 'refused', cells: refused };
  const draft = new Draft(analysis);
  for (const { cell, aim } of aims) {
    const refusal = makeEntry(aim, draft, locale);
    if (refusal) refused.push({ cell, refusal });
  }
  if (refused.length > 0) return { kind: 'refused', cells: refused };
  const entries = new Map<string, EntryWrites>();
  for (const { cell, aim } of aims) {
    const found = writesOf(aim, draft, analysis, locale);
    if (!found) continue;
    if ('sentence' in found) {
      refused.push({ cell, refusal: found });
      continue;
    }
    const key = `${found.top.uri}\n${found.top.base + found.top.value.facts.range.start}`;
    const entry = entries.get(key) ?? { top: found.top, writes: [] };
    entry.writes.push(...found.writes.map((write) => ({ cell, write })));
    entries.set(key, entry);
  }
  if (refused.length > 0) return { kind: 'refused', cells: refused };
  const declared = declaredIn(draft.dossier);
  const changes = changesOf([...entries.values()], draft, refused);
  if (refused.length === 0 && changes.length > 0 && !draft.apply(changes)) refused.push(...aims.map(unreadable));
  if (refused.length > 0) return { kind: 'refused', cells: refused };
  // Chapters stand beside the entries: each is written into what the draft says by then.
  for (const [index, cell] of cells.entries()) {
    const refusal = cell.kind === 'chapterOpinion' ? writeChapterOpinion(draft, cell) : undefined;
    if (refusal) refused.push({ cell: index, refusal });
  }
  if (refused.length > 0) return { kind: 'refused', cells: refused };
  const bare = finishDeclarations(declared, aims, draft);
  return bare.length > 0 ? { kind: 'refused', cells: bare } : { kind: 'planned', files: draft.files() };
}

function unreadable({ cell, aim }: { readonly cell: number; readonly aim: Aim }): RefusedCell {
  return { cell, refusal: { sentence: refusals.shape, args: { key: keyNameOf(aim), id: idOf(aim) } } };
}

/** Writes the entry that a cell stands in, unless it is there, or nothing is to be written in it. */
function makeEntry(aim: Aim, draft: Draft, locale: Locale): CellRefusal | undefined {
  if (aim.at === 'piece' || aim.at === 'removal') return undefined;
  if (isRemoval(aim)) return undefined;
  // The requirement, then its scenario.
  for (let steps = 0; steps <= 2; steps++) {
    if (writtenEntry(aim.ids, draft.dossier)) return undefined;
    const changes = entryChanges(aim.ids, draft.dossier, locale);
    if (changes.length === 0) break;
    if (!draft.apply(changes)) return { sentence: refusals.shape, args: { key: keyNameOf(aim), id: idOf(aim) } };
  }
  if (writtenEntry(aim.ids, draft.dossier)) return undefined;
  return isKnown(aim.ids, draft.dossier)
    ? { sentence: refusals.shape, args: { key: keyNameOf(aim), id: idOf(aim) } }
    : { sentence: refusals.unknown, args: { id: idOf(aim) } };
}

/** Whether the catalogue has an entry, which could not be written then. */
function isKnown({ requirement, scenario = '' }: EntryIds, { catalogue }: Dossier): boolean {
  if (catalogue.kind !== 'loaded') return false;
  if (requirement === undefined) return catalogue.index.coreScenario(scenario) !== undefined;
  const found = catalogue.index.requirement(requirement)?.requirement;
  return found !== undefined && (scenario === '' || found.scenarios.some(({ id }) => id === scenario));
}

function isRemoval(aim: Exclude<Aim, { readonly piece: number }>): boolean {
  switch (aim.at) {
    case 'entry':
      return aim.keys.every(({ text }) => text === '');
    case 'proofFollow':
      return aim.key.text === '';
    case 'steps':
      return aim.done.length === 0;
    case 'opinion':
      return false;
  }
}

interface Found {
  readonly top: Entry<ResolvedRequirement | ResolvedScenario>;
  readonly writes: readonly EntryWrite[];
}

/** What is written for a cell, and in which entry; undefined where there is nothing to take away. */
function writesOf(aim: Aim, draft: Draft, analysis: Analysis, locale: Locale): Found | CellRefusal | undefined {
  const { main } = draft.dossier;
  if (aim.at === 'piece' || aim.at === 'removal') return pieceWrites(aim, draft, analysis, locale);
  const found = writtenEntry(aim.ids, draft.dossier);
  if (!found) return undefined;
  const { top, path } = found;
  const id = idOf(aim);
  switch (aim.at) {
    case 'steps':
      return {
        top,
        writes: [{ kind: 'numbers', path: [...path, 'etapes_faites'], numbers: aim.done, after: aim.after, id }],
      };
    case 'entry':
      return {
        top,
        writes: aim.keys.map((key) => ({
          kind: 'key',
          ...key,
          path: [...path, ...key.path],
          least: path.length,
          main: main.parsed,
          id,
        })),
      };
    case 'opinion': {
      const path = [...found.path, 'instruction', opinionKey(found, aim.slot.proof)];
      const after = keysBefore(scenarioShape, 'instruction');
      return { top, writes: [{ kind: 'item', path, item: aim.item, after, id }] };
    }
    case 'proofFollow': {
      const written = followKey(found, aim.slot.proof);
      const own = [...path, ...aim.key.path.map((key) => (key === aim.slot.proof ? written : key))];
      return { top, writes: [{ kind: 'key', ...aim.key, path: own, least: path.length, main: main.parsed, id }] };
    }
  }
}

/** Under which key the follow-up of a proof stands, or would: that of its pieces. */
function followKey({ entry }: WrittenEntry, proof: string): string {
  const proofs = 'proofs' in entry ? entry.proofs : [];
  return proofs.find((one) => (one.proof?.id ?? one.facts.id.value) === proof)?.facts.id.value ?? proof;
}

/** Under which key the opinions on a proof stand, or would. */
function opinionKey(found: WrittenEntry, proof: string): string {
  const written = 'proofs' in found.entry ? (found.entry.facts.instruction ?? []) : [];
  const own = followKey(found, proof);
  return written.find(({ proof: { value } }) => value === own || value === proof)?.proof.value ?? own;
}

function pieceWrites(
  aim: Extract<Aim, { readonly piece: number }>,
  draft: Draft,
  analysis: Analysis,
  locale: Locale,
): Found | CellRefusal | undefined {
  const step = placeStep(aim.slot, draft.dossier, locale);
  const id = aim.slot.proof;
  const item = step.kind === 'there' ? step.place.proof.facts.evidence[aim.piece] : undefined;
  if (step.kind !== 'there' || !item) return { sentence: refusals.noPiece, args: { id, piece: aim.piece + 1 } };
  const { uri, entry, top, path } = step.place;
  const holder = { uri, base: entry.start - top.facts.range.start, value: top };
  const place = { id, list: path, offset: item.range.start - top.facts.range.start };
  if (aim.at === 'removal') return { top: holder, writes: [{ kind: 'removal', ...place }] };
  const main = draft.dossier.main.parsed;
  const isReview = aim.keys.some(({ path: [first] }) => first === 'revue');
  return isReview
    ? { top: holder, writes: [{ kind: 'review', ...place, keys: aim.keys, main, digest: pieceDigest(item, analysis) }] }
    : { top: holder, writes: aim.keys.map((key) => ({ kind: 'pieceKey', ...place, ...key, main })) };
}

/** The edits of all entries, which do not overlap. */
function changesOf(entries: readonly EntryWrites[], draft: Draft, refused: RefusedCell[]): TextChange[] {
  const changes: TextChange[] = [];
  for (const { top, writes } of entries) {
    const { uri, base, value } = top;
    const text = textOf(draft.dossier, uri) ?? '';
    const entry: OffsetRange = { start: base + value.facts.range.start, end: base + value.facts.range.end };
    const after = writeInEntry({ uri, text, entry }, writes);
    if ('refused' in after) {
      refused.push(...after.refused);
      continue;
    }
    changes.push(...after.changes);
  }
  return changes;
}

/** Entries that are declared not applicable, by their place. */
function declaredIn(dossier: Dossier): ReadonlySet<string> {
  const all = [...dossier.requirements, ...dossier.coreScenarios];
  return new Set(all.flatMap(({ value }) => (isDeclared(value) ? [value.facts.id.value] : [])));
}

function isDeclared(top: ResolvedRequirement | ResolvedScenario): boolean {
  const scenarios = 'scenarios' in top ? top.scenarios : [];
  return [top, ...scenarios].some(({ facts }) => facts.notApplicable !== undefined);
}

/**
 * A declaration says why, and is accepted for a text like the first piece.
 * @returns the cells that leave one without reason
 */
function finishDeclarations(
  declared: ReadonlySet<string>,
  aims: readonly { readonly cell: number; readonly aim: Aim }[],
  draft: Draft,
): RefusedCell[] {
  const bare: RefusedCell[] = [];
  for (const { cell, aim } of aims) {
    if (aim.at !== 'entry' || aim.keys[0]?.path[0] !== 'non_applicable') continue;
    const found = writtenEntry(aim.ids, draft.dossier);
    const said = found?.entry.facts.notApplicable;
    if (!found || !said) continue;
    if (said.justification === undefined) bare.push({ cell, refusal: { sentence: refusals.justification } });
    const { uri, base, value } = found.top;
    const { range, id } = value.facts;
    if (!declared.has(id.value) && evidenceOf(value) === 1)
      writeFingerprint({ uri, entry: { start: base + range.start, end: base + range.end }, top: value }, draft);
  }
  return bare;
}

function idOf(aim: Aim): string {
  return 'slot' in aim ? aim.slot.proof : (aim.ids.scenario ?? aim.ids.requirement ?? '');
}

function keyNameOf(aim: Aim): string {
  switch (aim.at) {
    case 'steps':
      return 'etapes_faites';
    case 'opinion':
      return 'instruction';
    case 'removal':
      return 'preuves';
    case 'proofFollow':
      return 'suivi';
    case 'piece':
    case 'entry':
      return aim.keys[0]?.path[0] ?? '';
  }
}
