import type { PiecesAnswer } from '../../protocol/requests/pieces';

const picture = /\.(?:png|jpe?g|webp|tiff?|bmp)$/i;

/** How many cited files are pictures by their name, whose text can be read. */
export function picturePieces({ dossiers }: PiecesAnswer): number {
  return dossiers
    .flatMap(({ pieces }) => pieces)
    .filter(({ path, state }) => picture.test(path) && state !== 'missing' && state !== 'orphan').length;
}
