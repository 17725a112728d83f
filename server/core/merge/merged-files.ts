import { adjustmentsEnd } from '../catalogue/adjustments-file';
import { fileName } from '../catalogue/source-name';
import { ledgerEnd } from '../collect/ledger';
import { configurationFile } from '../configuration/configuration';
import { discussionFolder } from '../manifest/discussion-shape';

/** Patterns of `.gitattributes` for the files that people write together, and that are merged entry by entry. */
export const mergedPatterns: readonly string[] = [
  '*.preuves.yaml',
  configurationFile,
  `**/${discussionFolder}/*.yaml`,
  'portefeuille.yaml',
  'suivi-depot.yaml',
  `*${ledgerEnd}`,
];

/**
 * Whether a file is merged entry by entry. A catalogue is not: it comes from a workbook, and half of one and half of another
 * is none.
 * @param path with `/` or `\\`
 */
export function isMergedByEntries(path: string): boolean {
  const name = fileName(path).toLowerCase();
  return !name.endsWith('.rem.yaml') && !name.endsWith(adjustmentsEnd);
}

/** Whether a file is one of those that {@link mergedPatterns} name. @param path with `/` */
export function isTeamFile(path: string): boolean {
  const name = fileName(path);
  if (name.endsWith('.preuves.yaml') || isLedger(path) || mergedPatterns.includes(name)) return true;
  return name.endsWith('.yaml') && path.split('/').at(-2) === discussionFolder;
}

/** Whether a file is the ledger of a collection. @param path with `/` or `\\` */
export function isLedger(path: string): boolean {
  return fileName(path).toLowerCase().endsWith(ledgerEnd);
}
