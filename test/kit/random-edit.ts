import fc from 'fast-check';
import type { TextSpanChange } from '../../server/core/manifest/text-span-change';
import { typedTexts } from './typed-texts';

/** An edit of any text: where, as a part of its length; how many characters go; what comes. */
export interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(40),
  text: fc.constantFrom(...typedTexts),
});

/** The text after an edit, and the change that an editor would tell. */
export function applyEdit(
  text: string,
  { at, removed, text: inserted }: RandomEdit,
): { text: string; change: TextSpanChange } {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + removed);
  const change = { start, removed: end - start, inserted: inserted.length };
  return { text: text.slice(0, start) + inserted + text.slice(end), change };
}
