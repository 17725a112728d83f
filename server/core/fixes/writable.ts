import type { Dossier } from '../dossier/dossier';
import { hasEncodingFault } from '../manifest/encoding-problems';
import type { Fix } from './fix';
import { manifestFile } from './manifest-text';

/** Whether every file that a fix changes is UTF-8 as far as is known: no edit is made of a text that is a guess. */
export function isWritable({ edits }: Pick<Fix, 'edits'>, dossier: Dossier): boolean {
  return edits.every(({ uri }) => {
    const parsed = manifestFile(dossier, uri)?.parsed;
    return parsed === undefined || !hasEncodingFault(parsed);
  });
}
