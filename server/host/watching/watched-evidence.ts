import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonPath } from '../../core/evidence/evidence-path';
import type { EvidenceFolder } from '../../core/evidence/evidence-folders';
import type { Cancellation } from '../../core/ports/cancellation';
import type { CommonFolder } from '../../core/ports/evidence-files';
import { NodeEvidenceFiles, type NodeEvidenceOptions } from '../evidence/node-evidence-files';
import { walkFiles } from '../files/folder-walk';
import type { LookedAt } from './looked-at';

/** Facts about evidence, of which is noted which files and folders were looked at. */
export class WatchedEvidence extends NodeEvidenceFiles {
  readonly #common = new Map<string, string>();

  constructor(
    options: NodeEvidenceOptions,
    readonly lookedAt: LookedAt,
  ) {
    super(options);
  }

  override commonFolder(rootUri: string, folder: CommonFolder | undefined): void {
    if (folder) this.#common.set(rootUri, folder.folderUri);
    else this.#common.delete(rootUri);
    super.commonFolder(rootUri, folder);
  }

  override async scan(rootUri: string, paths: readonly string[], cancellation: Cancellation): Promise<void> {
    for (const path of paths) {
      const file = this.#fileOf(rootUri, path);
      if (file === undefined) continue;
      await this.lookedAt.noteFile(file);
      // What stands for a file whose content is kept elsewhere.
      await this.lookedAt.noteFile(`${file}.dvc`);
    }
    await super.scan(rootUri, paths, cancellation);
  }

  override async list(rootUri: string, folders: readonly EvidenceFolder[], cancellation: Cancellation): Promise<void> {
    if (rootUri.startsWith('file:')) {
      for (const { path, whole } of folders) {
        const folder = join(fileURLToPath(rootUri), ...path.split('/'));
        await this.lookedAt.note(`list\n${folder}\n${whole}`, (one) => namesUnder(folder, whole, one), cancellation);
      }
    }
    await super.list(rootUri, folders, cancellation);
  }

  #fileOf(rootUri: string, path: string): string | undefined {
    const shared = commonPath(path);
    const folderUri = shared === undefined ? rootUri : this.#common.get(rootUri);
    if (folderUri?.startsWith('file:') !== true) return undefined;
    return join(fileURLToPath(folderUri), ...(shared ?? path).split('/'));
  }
}

async function namesUnder(folder: string, whole: boolean, cancellation: Cancellation): Promise<string> {
  const names: string[] = [];
  for await (const name of walkFiles(folder, { enters: () => whole, everything: true }, cancellation)) names.push(name);
  return names.sort().join('\n');
}
