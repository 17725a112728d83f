/** What lies around the evidence of a dossier without being part of it. */
export interface DossierFolder {
  /** The files in the folders that evidence is cited from, relative to the dossier's folder; undefined while not known. */
  readonly files: readonly string[] | undefined;
  /**
   * Whether another manifest of the workspace may have to do with a file: it cites it, the file lies in its dossier's folder
   * below this one, or it could not be read whole.
   * @param path relative to this dossier's folder, in its normal form
   */
  belongsElsewhere(path: string): boolean;
  /** Whether the team's configuration ignores what this rule says of a file. */
  ignores(rule: string, path: string): boolean;
}
