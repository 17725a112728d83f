import { groupOf } from '../text/group-of';

/**
 * Dispositif named by an official file: `REM-MDV-LGC-Va2.xlsx`, `rem-mdv-lgc-va2 (1).xlsx`, `REM_HOP-PFI-Va1_v3.xlsx`.
 * @returns its id, or undefined when the name does not say it in full; nothing is completed.
 */
export function guessDispositif(fileName: string): string | undefined {
  const match = /(?:^|[^a-z0-9])(?:rem|dsr)[-_ ]+((?:[a-z0-9]+[-_ ])*[a-z][a-z0-9]*)[-_ ]va([1-9])(?![0-9a-z])/i.exec(
    fileName,
  );
  if (match === null) return undefined;
  const code = groupOf(match, 1).toUpperCase().split(/[-_ ]/).join('-');
  if (!/^[A-Z]{2,4}\d?-/.test(code) || code.split('-').some((part) => part.length > 6)) return undefined;
  return `${code}-Va${groupOf(match, 2)}`;
}
