import type { Sentence } from '../messages/say';
import { entryPath, parseLayout, type EntryWords } from './entry-layout';
import { pieceLayoutText } from './piece-layout';

const words: EntryWords = { ordre: 'x', chapitre: 'x', exigence: 'x', scenario: 'x', preuve: 'x', nom: 'x' };

const notPortable: Sentence = {
  fr: 'un nom de dossier ne passe pas partout : sans caractère réservé par Windows, et d’au plus 45 caractères',
  en: 'the name of a folder does not pass everywhere: no character that Windows reserves, and 45 characters at most',
};

/**
 * Where evidence is to lie, as `pieces.noms` says it.
 * @param written folders relative to the dossier, `/` separated; they may name the words of `pieces.noms` in braces
 * @returns the layout, and the folders that it begins with before any such word
 */
export function pieceFolder(
  written: string,
): { readonly noms: string; readonly start: string } | { readonly fault: Sentence } {
  const folder = written
    .trim()
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?<!\/)\/+$/, '');
  const noms = pieceLayoutText(folder === '' ? '.' : folder);
  const read = parseLayout(noms);
  if ('fault' in read) return read;
  // Files would go to another folder than the one that was asked for.
  if (entryPath(read.layout, words) !== noms.replace(/\{[^{}]*\}/g, 'x')) return { fault: notPortable };
  const literal = folder.split('/');
  const first = literal.findIndex((part) => part.includes('{'));
  return { noms, start: (first < 0 ? literal : literal.slice(0, first)).join('/') };
}
