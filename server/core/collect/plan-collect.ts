import type { Destination } from '../attach/destination';
import { namedSlot, wantedSlot, type SlotChoice } from '../attach/find-slot';
import { keyOf, piecesBySlot, slotIds, slotsOf, type Slot } from '../attach/slots';
import { comparable, placesOf, withoutExtension } from '../catalogue/id-in-name';
import type { Dossier } from '../dossier/dossier';
import { safePath } from '../evidence/evidence-path';
import { evidencePath, type EvidenceItem } from '../manifest/facts';
import type { Ledger, LedgerEntry } from './ledger';
import type { TestAttachment, TestResult } from './test-result';

/** An attachment whose content was read. */
export interface ReadAttachment extends TestAttachment {
  readonly sha256: string;
}

export interface ReadResult extends Omit<TestResult, 'attachments'> {
  /** What tells its report from the others of the run. */
  readonly report: string;
  readonly attachments: readonly ReadAttachment[];
}

export interface CollectInput {
  readonly dossier: Dossier;
  readonly results: readonly ReadResult[];
  readonly ledger: Ledger;
  /** Digests of the files that the ledger names, by its paths; those that are not there have none. */
  readonly present: ReadonlyMap<string, string>;
}

/** A piece that a test brings. */
export interface CollectedPiece {
  /** As the ledger knows it. */
  readonly test: string;
  readonly slot: Slot;
  readonly result: ReadResult;
  readonly attachment: ReadAttachment;
  /** The piece of an earlier run that it takes the place of. */
  readonly replaces?: Replaced;
  /** What the ledger says of a piece that no manifest cites any more, or not yet. */
  readonly uncited?: LedgerEntry;
}

export interface Replaced {
  readonly entry: LedgerEntry;
  /** Which piece of the proof, 0-based. */
  readonly piece: number;
  /** Its file came with it and no other piece cites it: the new one takes its name. */
  readonly isAlone: boolean;
}

/** What of a run does not come in. */
export type CollectNote =
  /** A failed test proves nothing; `before` when the piece of an earlier run stays. */
  | { readonly kind: 'failed' | 'skipped' | 'unknown'; readonly title: string; readonly before: boolean }
  /** Nothing names a slot. */
  | { readonly kind: 'noSlot'; readonly title: string; readonly near: readonly string[] }
  | { readonly kind: 'severalSlots'; readonly title: string; readonly slots: readonly Slot[] }
  | { readonly kind: 'noAttachment'; readonly title: string }
  /** Somebody reviewed, completed, moved or changed the piece of an earlier run: it stays. */
  | { readonly kind: 'kept' | 'moved' | 'changed'; readonly title: string; readonly path: string };

export interface CollectPlan {
  readonly pieces: readonly CollectedPiece[];
  readonly notes: readonly CollectNote[];
  /** Pieces that are there already, with the same content. */
  readonly already: number;
  /** Tests that name no slot: told as a figure, since a suite has many more tests than proofs. */
  readonly others: number;
  /** Entries of the ledger that stay as they are. */
  readonly kept: Ledger;
}

/**
 * What test runs bring to a dossier. A failed test brings nothing; a piece of an earlier run is replaced as long as nobody put
 * a hand to it; what a person attached is never touched. Writes nothing.
 */
export function planCollect({ dossier, results, ledger, present }: CollectInput): CollectPlan {
  const slots = slotsOf(dossier);
  const cited = piecesBySlot(dossier);
  const shared = sharedPaths(cited);
  const known = new Map(ledger.map((entry) => [entry.test, entry]));
  const notes: CollectNote[] = [];
  const pieces: CollectedPiece[] = [];
  const seen = new Map<string, number>();
  const kept = new Map(known);
  const failures = failedNames(newest(results));
  const brought = new Set<string>();
  let already = 0;
  let others = 0;
  for (const result of newest(results)) {
    const title = result.title.join(' › ');
    const attachments = result.attachments.map((one) => ({ ...one, test: testKey(result, one, seen) }));
    const before =
      attachments.some(({ test }) => known.has(test)) ||
      [...known.keys()].some((key) => key.startsWith(`${nameOf(result)} › `));
    const choice = slotOf(result, slots);
    if (
      choice.kind === 'none' &&
      !before &&
      attachments.every(({ fileName }) => namedSlot(fileName, slots).kind === 'none')
    ) {
      if (choice.near.length > 0) notes.push({ kind: 'noSlot', title, near: choice.near });
      else others += 1;
      continue;
    }
    // Another test of this very name failed: nothing tells which of the two this piece shows.
    const outcome = result.outcome === 'passed' && failures.has(nameOf(result)) ? 'failed' : result.outcome;
    if (outcome !== 'passed') {
      notes.push({ kind: outcome, title, before });
      continue;
    }
    if (attachments.length === 0) {
      notes.push({ kind: 'noAttachment', title });
      continue;
    }
    for (const { test, ...attachment } of attachments) {
      const earlier = known.get(test);
      const former = earlier && slots.find((slot) => keyOf(slot) === keyOf(earlier.slot));
      const found = former ? { kind: 'one' as const, slot: former } : slotOfAttachment(choice, attachment, slots);
      if (found.kind === 'several') {
        notes.push({ kind: 'severalSlots', title, slots: found.slots });
        continue;
      }
      if (found.kind !== 'one') {
        notes.push({ kind: 'noSlot', title, near: found.kind === 'none' ? found.near : [] });
        continue;
      }
      const { slot } = found;
      const items = cited.get(keyOf(slot)) ?? [];
      const at = earlier ? items.findIndex((item) => pathOf(item) === earlier.path) : -1;
      const item = items[at];
      if (!earlier || !item) {
        const other = earlier && movedTo(earlier, cited);
        if (other !== undefined) {
          notes.push({ kind: 'moved', title, path: other });
          continue;
        }
        // Two reports of one run tell of the same file.
        const key = `${keyOf(slot)}\n${attachment.sha256}`;
        if (brought.has(key)) continue;
        brought.add(key);
        // A person took the piece of an earlier run away, or it never came: it comes now.
        kept.delete(test);
        pieces.push({ test, slot, result, attachment, ...(earlier ? { uncited: earlier } : {}) });
        continue;
      }
      const there = present.get(earlier.path);
      if (item.sha256?.value.toLowerCase() === attachment.sha256 && there === attachment.sha256) {
        // The ledger of an interrupted run, or one that git merged, may be behind.
        if (earlier.sha256 !== attachment.sha256) kept.set(test, { ...earlier, sha256: attachment.sha256 });
        already += 1;
        continue;
      }
      const own = [earlier.sha256, earlier.former, attachment.sha256];
      if (there !== undefined && !own.includes(there)) {
        notes.push({ kind: 'changed', title, path: earlier.path });
        continue;
      }
      if (!isUntouched(item, earlier)) {
        notes.push({ kind: 'kept', title, path: earlier.path });
        continue;
      }
      const isAlone = earlier.copied && !shared.has(earlier.path);
      pieces.push({ test, slot, result, attachment, replaces: { entry: earlier, piece: at, isAlone } });
      kept.delete(test);
    }
  }
  return { pieces, notes, already, others, kept: [...kept.values()] };
}

function nameOf({ tool, title }: Pick<TestResult, 'tool' | 'title'>): string {
  return [tool, ...title].join(' › ');
}

/** The n-th attachment of that name of the test of that name: the same in the next run. */
function testKey(result: ReadResult, { name }: TestAttachment, seen: Map<string, number>): string {
  const key = `${nameOf(result)} › ${name}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key} (${count})`;
}

/** What the test names on purpose, else the ids in its title and tags, from the innermost out. */
function slotOf({ slots: named, words, title }: ReadResult, slots: readonly Slot[]): SlotChoice {
  const [only, ...others] = new Set(named);
  if (only !== undefined && others.length === 0) return wantedSlot({ proof: only }, slots);
  if (only !== undefined) {
    // One piece goes to one proof: which of those that are named, the names of the files may say.
    const choices = [only, ...others].map((proof) => wantedSlot({ proof }, slots));
    const meant = choices.flatMap((one) => (one.kind === 'one' ? [one.slot] : one.kind === 'several' ? one.slots : []));
    return meant.length > 0 ? { kind: 'several', slots: meant } : wantedSlot({ proof: only }, slots);
  }
  const own = [...words, ...[...title].reverse()];
  let several: SlotChoice | undefined;
  for (const text of own) {
    // What has no extension must not lose its last part as if it were one.
    const choice = namedSlot(`${text}.x`, slots);
    if (choice.kind === 'one') return choice;
    if (choice.kind === 'several') several ??= choice;
  }
  return several ?? { kind: 'none', near: [] };
}

function slotOfAttachment(choice: SlotChoice, { fileName, name }: TestAttachment, slots: readonly Slot[]): SlotChoice {
  if (choice.kind === 'one') {
    // A name that says another proof by its own id contradicts the test.
    const named = namedSlot(fileName, slots);
    const isOther = named.kind === 'one' && keyOf(named.slot) !== keyOf(choice.slot);
    const says = isOther && placesOf(comparable(named.slot.proof), comparable(withoutExtension(fileName))).length > 0;
    return says ? { kind: 'several', slots: [choice.slot, named.slot] } : choice;
  }
  const among = choice.kind === 'several' ? choice.slots : slots;
  for (const text of [fileName, `${name}.x`]) {
    const named = namedSlot(text, among);
    if (named.kind === 'one') return named;
  }
  return choice;
}

function pathOf(item: EvidenceItem): string | undefined {
  const path = evidencePath(item);
  return path && safePath(path.value);
}

/** As the earlier run left it: no review, no words of a person, the same file. */
function isUntouched(item: EvidenceItem, { sha256, former }: LedgerEntry): boolean {
  const { review, comment, internalNote, title } = item;
  const isPlain = review === undefined && comment === undefined && internalNote === undefined && title === undefined;
  const digest = item.sha256?.value.toLowerCase();
  return isPlain && digest !== undefined && (digest === sha256 || digest === former);
}

/** Where a person put the piece of an earlier run: under another name, or to another proof. */
function movedTo(
  { path, sha256, former }: LedgerEntry,
  cited: ReadonlyMap<string, readonly EvidenceItem[]>,
): string | undefined {
  const items = [...cited.values()].flat();
  const digestOf = (item: EvidenceItem): string | undefined => item.sha256?.value.toLowerCase();
  const moved =
    items.find((item) => pathOf(item) === path) ??
    items.find((item) => digestOf(item) !== undefined && [sha256, former].includes(digestOf(item)));
  return moved && pathOf(moved);
}

/** Without the results of a test that another report tells of a later run. */
function newest(results: readonly ReadResult[]): readonly ReadResult[] {
  const last = new Map<string, { readonly report: string; readonly at: number }>();
  const momentOf = ({ started }: ReadResult): number => (started === undefined ? NaN : Date.parse(started));
  for (const result of results) {
    const at = momentOf(result);
    const known = last.get(nameOf(result));
    if (!Number.isNaN(at) && (!known || at > known.at)) last.set(nameOf(result), { report: result.report, at });
  }
  return results.filter((result) => {
    const known = last.get(nameOf(result));
    return !known || known.report === result.report || !(momentOf(result) < known.at);
  });
}

/** Names of tests of which one did not pass, of whatever row of parameters or try. */
function failedNames(results: readonly ReadResult[]): ReadonlySet<string> {
  return new Set(results.filter(({ outcome }) => outcome === 'failed').map(nameOf));
}

/** Files that several pieces cite. */
function sharedPaths(cited: ReadonlyMap<string, readonly EvidenceItem[]>): ReadonlySet<string | undefined> {
  const paths = [...cited.values()].flat().map(pathOf);
  const once = new Set<string | undefined>();
  return new Set(paths.filter((path) => once.size === once.add(path).size));
}

/** What the ledger says once the pieces are in place. @param places of each piece */
export function ledgerAfter({ kept, pieces }: CollectPlan, places: readonly (Destination | undefined)[]): Ledger {
  const added = pieces.flatMap(({ test, slot, attachment: { sha256 }, replaces, uncited }, at): LedgerEntry[] => {
    const place = places[at];
    if (!place) return [];
    const { path, isThere } = place;
    // A suite that writes into the dossier itself keeps what it owned.
    const before = replaces?.entry ?? uncited;
    const copied = !isThere || (before?.copied === true && before.path === path);
    const former = before && before.sha256 !== sha256 ? before.sha256 : before?.former;
    return [{ test, slot: slotIds(slot), path, sha256, ...(former === undefined ? {} : { former }), copied }];
  });
  return [...kept, ...added];
}
