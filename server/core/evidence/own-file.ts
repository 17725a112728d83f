import { safePath } from './evidence-path';

/** What shared folders and people put before the extension of a copy: ` (1)`, `-POSTE-2`, `.sync-conflict-…`, ` - Copie`. */
const copied = /(?: ?\([^()/\\]*\)|[.-][\p{L}\p{N}][\p{L}\p{N}_-]*| - [\p{L}]+(?: \(\d+\))?)?/u.source;

/** Names of the files that this tool keeps a dossier in, and of copies of them. */
const ownNames = new RegExp(
  `(?:^|[/\\\\])(?:[^/\\\\]*\\.(?:preuves|rem|ajustements)${copied}\\.ya?ml|[^/\\\\]*\\.(?:interne|collecte)${copied}\\.json|(?:segur\\.config|suivi-depot|portefeuille)${copied}\\.ya?ml)$`,
  'iu',
);

/** Threads about proofs, in their folder beside the main manifest. */
const ownThreads = /^discussions[/\\].*\.ya?ml$/i;

/**
 * Whether a path, counted from the dossier's folder, names a manifest, a catalogue, an overlay, the configuration, a thread,
 * an internal record, what was collected, what was filed slot by slot or a portfolio; or a copy of one. Such a file is no evidence, and filed as it stands it would carry what stays in the house.
 */
export function isOwnFile(path: string): boolean {
  const written = path.normalize('NFC').trim();
  return ownNames.test(written) || ownThreads.test(safePath(written) ?? written);
}
