import type { Destination } from '../attach/destination';
import { namedSlot, wantedSlot, type SlotChoice } from '../attach/find-slot';
import { keyOf, piecesBySlot, slotIds, slotsOf, type Slot } from '../attach/slots';
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
  readonly attachments: readonly ReadAttachment[];
}

export interface CollectInput {
  readonly dossier: Dossier;
  readonly results: readonly ReadResult[];
  readonly ledger: Ledger;
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
  /** Somebody reviewed or completed the piece of an earlier run: it stays. */
  | { readonly kind: 'kept'; readonly title: string; readonly path: string };

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
export function planCollect({ dossier, results, ledger }: CollectInput): CollectPlan {
  const slots = slotsOf(dossier);
  const cited = piecesBySlot(dossier);
  const uses = usesOf(cited);
  const known = new Map(ledger.map((entry) => [entry.test, entry]));
  const notes: CollectNote[] = [];
  const pieces: CollectedPiece[] = [];
  const seen = new Map<string, number>();
  const kept = new Map(known);
  let already = 0;
  let others = 0;
  for (const result of results) {
    const title = result.title.join(' › ');
    const { attachments } = result;
    const keys = attachments.map((one) => testKey(result, one, seen));
    const before =
      keys.some((key) => known.has(key)) || [...known.keys()].some((key) => key.startsWith(`${nameOf(result)} › `));
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
    if (result.outcome !== 'passed') {
      notes.push({ kind: result.outcome, title, before });
      continue;
    }
    if (attachments.length === 0) {
      notes.push({ kind: 'noAttachment', title });
      continue;
    }
    for (const [index, attachment] of attachments.entries()) {
      const test = keys[index] ?? '';
      const earlier = known.get(test);
      const own = earlier && slots.find((slot) => keyOf(slot) === keyOf(earlier.slot));
      const found = own ? { kind: 'one' as const, slot: own } : slotOfAttachment(choice, attachment, slots);
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
      if (earlier && item) {
        if (earlier.sha256 === attachment.sha256) {
          already += 1;
          continue;
        }
        if (!isUntouched(item, earlier)) {
          notes.push({ kind: 'kept', title, path: earlier.path });
          continue;
        }
        const isAlone = earlier.copied && (uses.get(earlier.path) ?? 0) <= 1;
        pieces.push({ test, slot, result, attachment, replaces: { entry: earlier, piece: at, isAlone } });
        kept.delete(test);
        continue;
      }
      // A person took the piece of an earlier run away, or it never came: it comes now.
      kept.delete(test);
      pieces.push({ test, slot, result, attachment });
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
  for (const proof of named) return wantedSlot({ proof }, slots);
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
  if (choice.kind === 'one') return choice;
  const among = choice.kind === 'several' ? choice.slots : slots;
  for (const text of [fileName, `${name}.x`]) {
    const named = namedSlot(text, among);
    if (named.kind === 'one') return named;
  }
  return choice;
}

function pathOf(item: EvidenceItem): string | undefined {
  return safePath(evidencePath(item)?.value ?? '');
}

/** As the earlier run left it: no review, no words of a person, the same file. */
function isUntouched(item: EvidenceItem, { sha256 }: LedgerEntry): boolean {
  const { review, comment, internalNote, title } = item;
  const isPlain = review === undefined && comment === undefined && internalNote === undefined && title === undefined;
  return isPlain && item.sha256?.value.toLowerCase() === sha256;
}

function usesOf(cited: ReadonlyMap<string, readonly EvidenceItem[]>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const items of cited.values())
    for (const item of items) {
      const path = pathOf(item);
      if (path !== undefined) uses.set(path, (uses.get(path) ?? 0) + 1);
    }
  return uses;
}

/** What the ledger says once the pieces are in place. @param places of each piece */
export function ledgerAfter({ kept, pieces }: CollectPlan, places: readonly (Destination | undefined)[]): Ledger {
  const added = pieces.flatMap(({ test, slot, attachment: { sha256 }, replaces }, at): LedgerEntry[] => {
    const place = places[at];
    if (!place) return [];
    const { path, isThere } = place;
    // A suite that writes into the dossier itself keeps what it owned.
    const copied = !isThere || (replaces?.entry.copied === true && replaces.entry.path === path);
    return [{ test, slot: slotIds(slot), path, sha256, copied }];
  });
  return [...kept, ...added];
}
