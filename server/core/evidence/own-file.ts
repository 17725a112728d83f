import { safePath } from './evidence-path';

/** Names of the files that this tool keeps a dossier in. */
const ownNames =
  /(?:^|[/\\])(?:[^/\\]*\.(?:preuves\.yaml|rem\.yaml|ajustements\.yaml|interne\.json)|segur\.config\.yaml|suivi-depot\.yaml)$/i;

/** Threads about proofs, in their folder beside the main manifest. */
const ownThreads = /^discussions[/\\].*\.ya?ml$/i;

/**
 * Whether a path, counted from the dossier's folder, names a manifest, a catalogue, an overlay, the configuration, a thread,
 * an internal record or what was filed slot by slot. Such a file is no evidence, and filed as it stands it would carry what stays in the house.
 */
export function isOwnFile(path: string): boolean {
  const written = path.normalize('NFC').trim();
  return ownNames.test(written) || ownThreads.test(safePath(written) ?? written);
}
