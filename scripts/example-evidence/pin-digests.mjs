// Keeps the `sha256` of a hand-written manifest in step with the files, and leaves everything else as it is written.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the digest of the file cited just above each `sha256:` line of an evidence item. A line with a comment is left
 * alone: that is how a specimen keeps a wrong digest.
 * @param {string} text the manifest
 * @param {string} folder the dossier's folder
 * @returns {{ pinned: string, missing: string[] }} the manifest with its digests; cited paths that are no files
 */
export function pinDigests(text, folder) {
  let cited;
  const missing = [];
  const pinned = text.split('\n').map((line) => {
    const item = /^\s*(?:- )?(?:&\S+ )?(?:fichier|declaration): (\S+)/.exec(line);
    if (item) cited = item[1];
    const digest = /^(\s*sha256: )\w+$/.exec(line);
    if (!digest || cited === undefined) return line;
    const file = join(folder, cited);
    if (existsSync(file) && statSync(file).isFile())
      return digest[1] + createHash('sha256').update(readFileSync(file)).digest('hex');
    missing.push(cited);
    return line;
  });
  return { pinned: pinned.join('\n'), missing };
}
