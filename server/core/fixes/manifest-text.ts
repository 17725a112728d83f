import type { Dossier, ManifestFile } from '../dossier/dossier';

/** The manifest files of a dossier. */
export type ManifestFiles = Pick<Dossier, 'main' | 'fragments'>;

/** The manifest file of that URI, when it is one of the dossier's. */
export function manifestFile(dossier: ManifestFiles, uri: string): ManifestFile | undefined {
  return dossier.main.uri === uri ? dossier.main : dossier.fragments.find((file) => file.uri === uri);
}

/** Text of one of the dossier's files, as it is now. */
export function textOf(dossier: ManifestFiles, uri: string): string | undefined {
  return manifestFile(dossier, uri)?.parsed.text;
}

/** The line ending that a text uses. */
export function lineEnding(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}

/** Number of characters before `offset` on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Offset of the end of the line on which the last character before `offset`, white space apart, stands. */
export function endOfLastLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isWhite(text.charCodeAt(at - 1))) at--;
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/**
 * Offset of the end of the line on which an entry ends, the comments under its last key included: those that follow at once
 * and stand further right than the entry's key.
 * @param offset where its value ends
 * @param column at which its key stands
 */
export function endOfEntry(text: string, offset: number, column: number): number {
  let end = endOfLastLine(text, offset);
  const comment = new RegExp(`\\r?\\n {${column + 1},}#.*`, 'y');
  for (;;) {
    comment.lastIndex = end;
    const found = comment.exec(text);
    if (!found) return end;
    // A carriage return that ends the line is not of the comment.
    end += found[0].replace(/\r$/, '').length;
  }
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
