import { diffWords } from 'diff';
import { normaliseText } from '../catalogue/fingerprint';

export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Texts that differ in more words than this have nothing worth aligning; the work grows with its square. */
const mostEdits = 1000;

/** What changed between two texts, word by word, once line ends and runs of spaces are one space. */
export function wordDiff(from: string, to: string): readonly WordPart[] {
  const [before, after] = [normaliseText(from), normaliseText(to)];
  const parts = diffWords(before, after, { maxEditLength: mostEdits });
  if (!parts) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
