import type { EvidenceFile } from '../evidence/evidence-file';
import type { EvidenceFolder } from '../evidence/evidence-folders';
import type { Cancellation } from './cancellation';

/** The folder of a portfolio that its dossiers share. */
export interface CommonFolder {
  readonly folderUri: string;
  /** Folder of the portfolio, which the common one has to be in, links followed. */
  readonly withinUri: string;
}

/** What the host knows of the evidence on disk. Looking never touches the disk: typing must not wait for it. */
export interface EvidenceFiles {
  /**
   * Facts of one evidence file, or undefined while they are not known yet.
   * @param rootUri folder of the dossier's main manifest
   * @param path path relative to it, `/` separated, already known to be safe; behind `commun:` one in the common folder
   */
  lookup(rootUri: string, path: string): EvidenceFile | undefined;
  /**
   * Day on which a file was last written when it was looked at, `YYYY-MM-DD`, Europe/Paris; undefined while it is not known.
   * A host without files has none.
   */
  lastWritten?(rootUri: string, path: string): string | undefined;
  /**
   * From the next scan on, CDA among a dossier's evidence is held against the schemas of this folder.
   * @param folderUri of a folder laid out as ANS's repository; undefined: against none
   */
  controlCda?(rootUri: string, folderUri: string | undefined): void;
  /** The folder of schemas that the next scan of a dossier takes, in words of the host; undefined: none. */
  controlFolderOf?(rootUri: string): string | undefined;
  /** From the next scan on, pieces whose path begins with `commun:` are looked for in this folder; undefined: in none. */
  commonFolder?(rootUri: string, folder: CommonFolder | undefined): void;
  /** Gathers the facts of these files (from the persistent cache when nothing changed). */
  scan(rootUri: string, paths: readonly string[], cancellation: Cancellation): Promise<void>;
  /**
   * The files found in the folders that were listed so far, or undefined while there was none. The same array while it
   * holds the same.
   * @returns paths relative to `rootUri`, `/` separated, as on disk, sorted by code point
   */
  listed(rootUri: string): readonly string[] | undefined;
  /**
   * Lists folders, in place of what was known of them. Hidden files and folders are left out, links are not followed; of
   * very many files only the first are told.
   */
  list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void>;
}
