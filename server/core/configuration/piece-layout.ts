import { defaultLayoutText, parseLayout, type EntryLayout } from './entry-layout';

/** Where evidence is put when a dossier has none yet. */
export const defaultPieceFolder = 'preuves';

/** How a file that is attached is named, where the team chose nothing, relative to the dossier. */
export const defaultPieceLayoutText = `${defaultPieceFolder}/{preuve}-{nom}`;

/** The same in another folder of evidence, as `pieces.noms` says it. */
export function pieceLayoutText(folder: string): string {
  return defaultPieceLayoutText.replace(defaultPieceFolder, () => folder);
}

/** The same, read. */
export function pieceLayout(folder: string): EntryLayout {
  const text = pieceLayoutText(folder);
  for (const one of [text, defaultPieceLayoutText, defaultLayoutText]) {
    const read = parseLayout(one);
    if ('layout' in read) return read.layout;
  }
  throw new Error(defaultPieceLayoutText);
}
