import type { Dossier } from '../dossier/dossier';
import type { Finding } from '../findings/finding';
import type { Sentence, SentenceArguments } from '../messages/say';
import type { Fix } from './fix';
import { textOf } from './manifest-text';
import { scalarText } from '../manifest/scalar-text';

const title: Sentence = { fr: 'Remplacer par « {to} »', en: 'Replace with “{to}”' };

interface ReplaceOptions {
  readonly title?: Sentence;
  readonly args?: SentenceArguments;
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

/** Behind a lone carriage return, what looks like the margin of the line is of the value. */
const startsWithMargin = /^[\r\n\t ]/;
/** The text of a block would be replaced with the comment behind its `|` or `>`. */
const commentedBlock = /^[|>][^\r\n]*#/;

/**
 * Writes another value (or key) where the finding stands, and leaves the line end behind a block of text; none when the place
 * is reached through an alias, or when more than the value would go.
 */
export function replaceFix(finding: Finding, dossier: Dossier, to: string, options: ReplaceOptions = {}): Fix[] {
  const { uri, range } = finding;
  const present = textOf(dossier, uri)?.slice(range.start, range.end);
  if (present === undefined || present.startsWith('*')) return [];
  if (startsWithMargin.test(present) || commentedBlock.test(present)) return [];
  const until = range.start + present.trimEnd().length;
  const edit = { uri, range: { start: range.start, end: until }, text: scalarText(to, present) };
  return [{ title, args: { to }, ...options, edits: [edit] }];
}

/** One fix for each of the finding's `candidates`, nearest first; none is preferred where they are `namesakes`. */
export function didYouMean(finding: Finding, dossier: Dossier): Fix[] {
  const candidates = finding.data?.['candidates'];
  if (!Array.isArray(candidates)) return [];
  const [first] = finding.data?.['namesakes'] === true ? [] : (candidates as readonly string[]);
  return (candidates as readonly string[]).flatMap((to) =>
    replaceFix(finding, dossier, to, { preferred: to === first }),
  );
}
