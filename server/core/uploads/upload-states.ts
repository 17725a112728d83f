import { proofKey, type FiledPiece, type FiledState } from '../submission/filed-state';
import type { UploadItem, UploadList, UploadSlot } from './upload-list';
import type { LogChange, UploadTick } from './upload-log';

/**
 * Where a piece stands: `todo` not filed · `filed` · `changed` another content of it, or another piece in its place, was filed ·
 * `absent` there is no file to file.
 */
export type UploadState = 'todo' | 'filed' | 'changed' | 'absent';

export interface UploadRow {
  readonly item: UploadItem;
  readonly state: UploadState;
  /** What was filed, for `filed` and `changed`. */
  readonly tick?: UploadTick;
}

/** A piece with its slot. */
type Slotted = FiledPiece & { readonly slot: Omit<UploadSlot, 'chapter'> };

interface Match<T> {
  readonly piece: T;
  readonly state: UploadState;
  readonly tick?: UploadTick;
}

/** The rows of a list, and what was filed in its slots and is not in it any more. */
export interface UploadRows {
  readonly rows: readonly UploadRow[];
  readonly gone: readonly UploadTick[];
}

/** What is filed of a package. A package of some chapters or answers says nothing of slots that it does not hold. */
export function uploadRows({ items, state }: UploadList, ticks: readonly UploadTick[]): UploadRows {
  const held = new Set([...state.proofs.map(proofKey), ...items.map(({ slot }) => proofKey(slot))]);
  const isPart = state.chapters !== undefined || state.answers === true;
  const own = isPart ? ticks.filter((tick) => held.has(proofKey(tick))) : ticks;
  const { matches, gone } = matchTicks(items, own);
  return {
    rows: matches.map(({ piece: item, ...rest }) => ({ item, ...rest })),
    gone,
  };
}

/** What became of what was filed, in a dossier as it is now. */
export interface SinceFiled {
  /** Filed, and another content now. */
  readonly changed: readonly { readonly tick: UploadTick; readonly now: Slotted }[];
  /** Filed, and no such piece in the slot any more. */
  readonly gone: readonly UploadTick[];
  /** Filed, and its file cannot be read or found: whether it changed is not known. */
  readonly unread: readonly UploadTick[];
  /** There now, and not filed. */
  readonly fresh: readonly Slotted[];
  /** Filed, and the same now. */
  readonly same: number;
}

/** What was filed, held against a dossier as it is now. */
export function sinceFiled(state: FiledState, ticks: readonly UploadTick[]): SinceFiled {
  const pieces = state.proofs.flatMap(({ requirement, scenario, proof, pieces: own }) =>
    own.map((piece): Slotted => ({
      ...piece,
      slot: {
        ...(requirement ? { requirement } : {}),
        ...(scenario ? { scenario } : {}),
        ...(proof ? { proof } : {}),
      },
    })),
  );
  const { matches, gone } = matchTicks(pieces, ticks);
  const changed = matches.flatMap(({ piece: now, state: of, tick }) =>
    of === 'changed' && tick ? [{ tick, now }] : [],
  );
  const isUnread = ({ piece, state: of, tick }: Match<Slotted>): boolean =>
    of === 'absent' || (of === 'filed' && piece.sha256 !== undefined && tick?.sha256 === undefined);
  const unread = matches.flatMap((one) => (one.tick && isUnread(one) ? [one.tick] : []));
  return {
    changed,
    gone,
    unread,
    fresh: matches.filter(({ tick }) => tick === undefined).map(({ piece }) => piece),
    same: matches.filter((one) => one.state === 'filed' && !isUnread(one)).length,
  };
}

/** Ticks to pieces, each one to one: by content first, then by name, then the only one left in a slot to the only one. */
function matchTicks<T extends Slotted>(
  pieces: readonly T[],
  ticks: readonly UploadTick[],
): { readonly matches: readonly Match<T>[]; readonly gone: readonly UploadTick[] } {
  const bySlot = new Map<string, UploadTick[]>();
  for (const tick of ticks) bySlot.set(proofKey(tick), [...(bySlot.get(proofKey(tick)) ?? []), tick]);
  const found = new Map<T, UploadTick>();
  const rounds: readonly ((tick: UploadTick, piece: T) => boolean)[] = [
    (tick, piece) => isSameContent(tick, piece) && isSameName(tick, piece),
    isSameContent,
    isSameName,
  ];
  for (const isOf of rounds) {
    for (const piece of pieces) {
      if (found.has(piece)) continue;
      const left = bySlot.get(proofKey(piece.slot)) ?? [];
      const at = left.findIndex((tick) => isOf(tick, piece));
      const [tick] = at < 0 ? [] : left.splice(at, 1);
      if (tick) found.set(piece, tick);
    }
  }
  const single = new Map<string, T | undefined>();
  for (const piece of pieces) {
    const key = proofKey(piece.slot);
    if (!found.has(piece)) single.set(key, single.has(key) ? undefined : piece);
  }
  for (const [key, piece] of single) {
    const [tick, other] = bySlot.get(key) ?? [];
    if (!piece || !tick || other) continue;
    found.set(piece, tick);
    bySlot.set(key, []);
  }
  return { matches: pieces.map((piece) => matchOf(piece, found.get(piece))), gone: [...bySlot.values()].flat() };
}

function matchOf<T extends Slotted>(piece: T, tick: UploadTick | undefined): Match<T> {
  const isFile = piece.kind === 'fichier' || piece.kind === 'declaration';
  const isAbsent = isFile && piece.sha256 === undefined;
  if (!tick) return { piece, state: isAbsent ? 'absent' : 'todo' };
  if (isAbsent) return { piece, state: 'absent', tick };
  // A tick that somebody wrote by hand may lack the digest: what they say is taken.
  const isSame = isFile && tick.sha256 !== undefined ? isSameContent(tick, piece) : isSameName(tick, piece);
  return { piece, state: isSame ? 'filed' : 'changed', tick };
}

function isSameContent(tick: UploadTick, piece: FiledPiece): boolean {
  return tick.sha256 !== undefined && tick.sha256 === piece.sha256;
}

function isSameName(tick: UploadTick, piece: FiledPiece): boolean {
  return tick.kind === piece.kind && tick.value.normalize('NFC') === piece.value.normalize('NFC');
}

/** The tick of a piece. @param on `YYYY-MM-DD` */
export function tickOf({ slot, kind, value, sha256 }: UploadItem, on: string, by?: string): UploadTick {
  const { requirement, scenario, proof } = slot;
  return {
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(proof === undefined ? {} : { proof }),
    kind,
    value,
    ...(sha256 === undefined ? {} : { sha256 }),
    on,
    ...(by === undefined || by.trim() === '' ? {} : { by: by.trim() }),
  };
}

/** Which pieces a person has filed, and which not after all. */
export interface TickWish {
  readonly tick: readonly UploadItem[];
  readonly untick: readonly UploadItem[];
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly by?: string | undefined;
}

/** What becomes of the log. What is filed as it is keeps the day on which it was; what was filed otherwise gives way. */
export function changeOf({ of }: UploadList, { rows }: UploadRows, { tick, untick, on, by }: TickWish): LogChange {
  const isIn = (items: readonly UploadItem[]) => (row: UploadRow) => items.includes(row.item);
  const added = rows.filter(isIn(tick)).filter(({ state }) => state === 'todo' || state === 'changed');
  const removed = [...added, ...rows.filter(isIn(untick))];
  return {
    of,
    add: added.map(({ item }) => tickOf(item, on, by)),
    remove: removed.flatMap(({ tick: was }) => (was ? [was] : [])),
  };
}
