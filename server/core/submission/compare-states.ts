import type { Status } from '../status/status';
import { proofKey, type FiledPiece, type FiledProof, type FiledState } from './filed-state';

/** What differs from one state to another. */
export interface Comparison {
  readonly heads: readonly HeadChange[];
  /** Slots that differ, in the order of the later state; then those that it no longer has. */
  readonly proofs: readonly ProofChange[];
  readonly counts: ChangeCounts;
  /** When one of the two holds only some chapters, only these were compared. */
  readonly chapters?: readonly string[];
  /** When one of the two holds only answers to ANS, only the proofs that it holds were compared. */
  readonly answers?: true;
}

export interface HeadChange {
  readonly field: 'dispositif' | 'software' | 'softwareVersion' | 'catalogueVersion';
  readonly before?: string;
  readonly after?: string;
}

export interface ProofChange extends Omit<FiledProof, 'pieces' | 'status'> {
  readonly status?: { readonly before?: Status; readonly after?: Status };
  readonly changes: readonly PieceChange[];
}

export type PieceChange =
  | { readonly kind: 'added'; readonly after: FiledPiece }
  | { readonly kind: 'removed'; readonly before: FiledPiece }
  /** Another content under the same name, or the only piece of the slot exchanged for another one. */
  | { readonly kind: 'replaced'; readonly before: FiledPiece; readonly after: FiledPiece }
  /** The same content under another name. */
  | { readonly kind: 'renamed'; readonly before: FiledPiece; readonly after: FiledPiece };

export interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
  readonly replaced: number;
  readonly renamed: number;
  readonly statuses: number;
}

/** Compares what two packages or dossiers file, proof by proof. Order of pieces within a proof does not count. */
export function compareStates(before: FiledState, after: FiledState): Comparison {
  const narrow = before.chapters ?? after.chapters;
  const [first, second] = [comparableProofs(before, after), comparableProofs(after, before)];
  const earlier = new Map(first.map((one) => [proofKey(one), one]));
  const later = new Set(second.map(proofKey));
  const proofs = [
    ...second.map((one) => compareProofs(earlier.get(proofKey(one)), one)),
    ...first.filter((one) => !later.has(proofKey(one))).map((one) => compareProofs(one, undefined)),
  ].filter((change) => change !== undefined);
  return {
    heads: headChanges(before, after),
    proofs,
    counts: countsOf(proofs),
    ...(narrow ? { chapters: narrow } : {}),
    ...(before.answers || after.answers ? { answers: true } : {}),
  };
}

/** Whether nothing differs. */
export function isSame({ heads, proofs }: Comparison): boolean {
  return heads.length === 0 && proofs.length === 0;
}

/** The slots of a state that the other one can hold: all of them, unless that one is limited to some chapters or answers. */
export function comparableProofs(state: FiledState, other: FiledState): readonly FiledProof[] {
  const { chapters, answers } = other;
  if (!chapters && !answers) return state.proofs;
  const listed = new Set(other.proofs.map(proofKey));
  const whole = answers ? [] : (chapters ?? []);
  return state.proofs.filter((one) => whole.includes(one.chapter) || listed.has(proofKey(one)));
}

function headChanges(before: FiledState, after: FiledState): HeadChange[] {
  const fields: HeadChange['field'][] = ['dispositif', 'software', 'softwareVersion', 'catalogueVersion'];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { before: before[field] }),
      ...(after[field] === undefined ? {} : { after: after[field] }),
    }));
}

function compareProofs(before: FiledProof | undefined, after: FiledProof | undefined): ProofChange | undefined {
  const one = after ?? before;
  if (!one) return undefined;
  const changes = comparePieces(before?.pieces ?? [], after?.pieces ?? []);
  const changed = before?.status !== after?.status;
  if (changes.length === 0 && !changed) return undefined;
  const { chapter, requirement, scenario, proof } = one;
  return {
    chapter,
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(proof === undefined ? {} : { proof }),
    ...(changed
      ? {
          status: {
            ...(before?.status === undefined ? {} : { before: before.status }),
            ...(after?.status === undefined ? {} : { after: after.status }),
          },
        }
      : {}),
    changes,
  };
}

function comparePieces(before: readonly FiledPiece[], after: readonly FiledPiece[]): PieceChange[] {
  const rest = [...before];
  const take = (wanted: (piece: FiledPiece) => boolean): FiledPiece | undefined => {
    const index = rest.findIndex(wanted);
    return index < 0 ? undefined : rest.splice(index, 1)[0];
  };
  const unmatched = (pieces: readonly FiledPiece[], same: (a: FiledPiece, b: FiledPiece) => boolean): FiledPiece[] =>
    pieces.filter((piece) => take((other) => same(other, piece)) === undefined);

  const different = unmatched(after, (a, b) => sameName(a, b) && a.sha256 === b.sha256);
  const changes: PieceChange[] = [];
  const added: FiledPiece[] = [];
  for (const piece of different) {
    const named = take((other) => sameName(other, piece));
    const moved = named ? undefined : take((other) => other.sha256 !== undefined && other.sha256 === piece.sha256);
    if (named) changes.push({ kind: 'replaced', before: named, after: piece });
    else if (moved) changes.push({ kind: 'renamed', before: moved, after: piece });
    else added.push(piece);
  }
  const [gone, other] = rest;
  const [come, another] = added;
  if (gone && come && !other && !another) return [...changes, { kind: 'replaced', before: gone, after: come }];
  return [
    ...changes,
    ...added.map((piece): PieceChange => ({ kind: 'added', after: piece })),
    ...rest.map((piece): PieceChange => ({ kind: 'removed', before: piece })),
  ];
}

function sameName(a: FiledPiece, b: FiledPiece): boolean {
  return a.kind === b.kind && a.value.normalize('NFC') === b.value.normalize('NFC');
}

function countsOf(proofs: readonly ProofChange[]): ChangeCounts {
  const count = (kind: PieceChange['kind']) =>
    proofs.reduce((sum, { changes }) => sum + changes.filter((change) => change.kind === kind).length, 0);
  return {
    added: count('added'),
    removed: count('removed'),
    replaced: count('replaced'),
    renamed: count('renamed'),
    statuses: proofs.filter(({ status }) => status !== undefined).length,
  };
}
