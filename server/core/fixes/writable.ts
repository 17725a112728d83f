import { hasEncodingFault } from '../manifest/encoding-problems';
import { isReadInPart } from '../manifest/parse-blocks';
import type { ParsedManifest } from '../manifest/parse-manifest';
import { hasConflict } from '../manifest/text-slips';
import type { Fix } from './fix';
import { manifestFile, type ManifestFiles } from './manifest-text';

/**
 * Whether every file that a fix changes is UTF-8 as far as is known, not in the middle of a merge, and read to its end: no edit
 * is made of a text that is a guess.
 */
export function isWritable({ edits }: Pick<Fix, 'edits'>, dossier: ManifestFiles): boolean {
  return edits.every(({ uri }) => isWritableFile(uri, dossier));
}

/** The same of one file of a dossier. */
export function isWritableFile(uri: string, dossier: ManifestFiles): boolean {
  const parsed = manifestFile(dossier, uri)?.parsed;
  return parsed === undefined || isWritableText(parsed);
}

/** The same of what was read. */
export function isWritableText(parsed: ParsedManifest): boolean {
  return !(isReadInPart(parsed.blocks) || hasEncodingFault(parsed) || hasConflict(parsed));
}
