import { list, map, scalar, type KeyShape, type MapShape, type Shape } from '../manifest/shape';

const key = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, doc: { fr, en } });
const required = (shape: Shape, fr: string, en: string): KeyShape => ({ shape, required: true, doc: { fr, en } });

/** Name of the file that says which dossiers belong together. */
export const portfolioFile = 'portefeuille.yaml';

/** Whether a file is a portfolio, by its name alone. */
export function isPortfolioUri(uri: string): boolean {
  return uri.endsWith(`/${portfolioFile}`);
}

/** A portfolio: several dossiers (products and waves), and the folder of what they share. It never leaves. */
export const portfolioShape: MapShape = map('portefeuille', {
  version: required(
    scalar('formatVersion', { allowed: ['1'] }),
    'Version du format de ce fichier : 1.',
    'Version of the format of this file: 1.',
  ),
  dossiers: required(
    list(scalar('path')),
    'Les dossiers du portefeuille : pour chacun son dossier, ou son manifeste principal, relatif à ce fichier.',
    'The dossiers of the portfolio: of each its folder, or its main manifest, relative to this file.',
  ),
  commun: key(
    scalar('path'),
    'Dossier des pièces que plusieurs dossiers se partagent, relatif à ce fichier. Elles se citent « commun:chemin/fichier.pdf ».',
    'Folder of the pieces that several dossiers share, relative to this file. They are cited as “commun:path/file.pdf”.',
  ),
});
