import type { ParsedManifest } from '../../core/manifest/parse-manifest';
import type { MapShape } from '../../core/manifest/shape';
import { contextAt, textAround } from './context-at';
import { skipSpaces } from './line-tokens';
import { placeOf } from './place';
import { TextLines } from './text-lines';

export interface ProofHere {
  /** Absent where the place belongs to no proof. */
  readonly slot?: { readonly proof: string; readonly scenario?: string; readonly requirement?: string };
  /** The place is inside a scalar value. */
  readonly inValue: boolean;
}

/** The proof that a place in a manifest belongs to: at its key, or under it. Half-typed text will do. */
export function proofHere(parsed: ParsedManifest, top: MapShape, offset: number): ProofHere {
  const { text, base } = textAround(parsed, offset);
  const { current, start } = new TextLines(text, offset - base);
  // Left of what a line says, the line is meant.
  const first = skipSpaces(current, 0);
  const content = /\S/.test(current) ? base + start + first + dashes(current.slice(first)) : offset;
  const isComment = current.charAt(first) === '#';
  // Behind what a line says, its key is meant.
  const context = contextAt(parsed, Math.max(offset, content)) ?? (isComment ? undefined : contextAt(parsed, content));
  // A value that is no scalar has no place of its own; what may stand in it has.
  const place = context && (placeOf(context, top) ?? placeOf({ ...context, at: 'key' }, top));
  if (!place) return { inValue: false };
  const proof = place.proof ?? (place.kind === 'dictKey' && place.key === 'proof' ? place.context.token : '');
  if (proof === '') return { inValue: false };
  const { requirement } = place;
  const scenario = place.scenario ?? place.coreScenario;
  return {
    slot: {
      proof,
      ...(scenario === undefined ? {} : { scenario }),
      ...(requirement === undefined ? {} : { requirement }),
    },
    inValue: place.kind === 'value' && place.context.at === 'value',
  };
}

function dashes(text: string): number {
  return /^(?:-\s+)*/.exec(text)?.[0].length ?? 0;
}
