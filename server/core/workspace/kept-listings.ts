import type { EvidenceFolder } from '../evidence/evidence-folders';
import { fileNameOf } from '../text/file-name';
import type { Cancellation } from '../ports/cancellation';

/** A folder with more is no folder of evidence: what is beyond is not told. */
export const mostListedFiles = 50_000;

/** Lists the files of an evidence folder, as paths relative to the dossier's. */
export type ListFolder = (
  rootUri: string,
  folder: EvidenceFolder,
  cancellation: Cancellation,
) => Promise<readonly string[]>;

/** Whether a file is none that anybody made for a dossier. */
export function isHiddenFile(path: string): boolean {
  return fileNameOf(path).startsWith('.');
}

/** The names of the files in the evidence folders of dossiers. No file is opened. */
export class KeptListings {
  /** By the dossier's folder, then by the evidence folder's path. */
  readonly #folders = new Map<string, Map<string, readonly string[]>>();
  readonly #merged = new Map<string, readonly string[]>();

  /** @param filesIn paths of the files in a folder, relative to the dossier's */
  constructor(readonly filesIn: ListFolder) {}

  /** Every file of the folders listed so far; the same array while it holds the same. */
  of(rootUri: string): readonly string[] | undefined {
    return this.#merged.get(rootUri);
  }

  /** @throws CancelledError; folders listed until then count */
  async list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void> {
    for (const folder of folders) {
      const files = await this.filesIn(rootUri, folder, cancellation);
      const known = this.#folders.get(rootUri) ?? new Map<string, readonly string[]>();
      this.#folders.set(rootUri, known.set(folder.path, files));
      this.#merge(rootUri, known);
    }
  }

  #merge(rootUri: string, folders: ReadonlyMap<string, readonly string[]>): void {
    const files = [...folders.values()].flat().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const before = this.#merged.get(rootUri);
    if (before?.length === files.length && files.every((file, index) => file === before[index])) return;
    this.#merged.set(rootUri, files);
  }
}
