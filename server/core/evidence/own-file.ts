/** Names of the files that this tool keeps a dossier in. */
const ownNames =
  /(?:^|[/\\])(?:[^/\\]*\.(?:preuves\.yaml|rem\.yaml|ajustements\.yaml|interne\.json)|segur\.config\.yaml)$/i;

/**
 * Whether a path names a manifest, a catalogue, an overlay, the configuration or an internal record. Such a file is no
 * evidence, and filed as it stands it would carry what stays in the house.
 */
export function isOwnFile(path: string): boolean {
  return ownNames.test(path.normalize('NFC').trim());
}
