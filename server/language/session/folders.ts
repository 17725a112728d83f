import type { Cancellation } from '../../core/ports/cancellation';
import { folderOf, relativeTo } from '../../core/text/uri';
import { manifestGlobs, type Workspace } from '../../core/workspace/workspace';

export const manifestEnd = '.preuves.yaml';
export const catalogueEnd = '.rem.yaml';

/** The workspace's folders, and manifests opened from elsewhere with the files that they belong with. */
export class Folders {
  readonly #folders = new Set<string>();

  constructor(readonly workspace: Workspace) {}

  async add(folderUri: string, cancellation: Cancellation): Promise<void> {
    this.#folders.add(folderUri);
    await this.workspace.addFolder(folderUri, cancellation);
  }

  remove(folderUri: string): void {
    this.#folders.delete(folderUri);
    for (const uri of this.workspace.manifests()) {
      if (relativeTo(folderUri, uri) !== undefined && !this.has(uri)) this.workspace.removeManifest(uri);
    }
  }

  /** Whether a file is in one of the folders. */
  has(uri: string): boolean {
    return [...this.#folders].some((folder) => relativeTo(folder, uri) !== undefined);
  }

  /** A manifest was opened. From outside the folders it brings the manifests beside it and those that it names. */
  async opened(uri: string, cancellation: Cancellation): Promise<void> {
    this.workspace.addManifest(uri);
    if (this.has(uri) || !uri.startsWith('file:')) return;
    const { files } = this.workspace.ports;
    const folder = folderOf(uri);
    for (const near of new Set([folder, folderOf(folder)])) {
      for (const one of await files.findNamed(near, [`*${manifestEnd}`], cancellation))
        await this.#visit(one, cancellation);
    }
  }

  /** When the last manifest from outside is closed, all of them are forgotten. */
  closed(isOpen: (uri: string) => boolean): void {
    const visitors = this.workspace.manifests().filter((uri) => !this.has(uri));
    if (visitors.some(isOpen)) return;
    for (const uri of visitors) this.workspace.removeManifest(uri);
  }

  /** A manifest, or a folder that may hold some, appeared. */
  async appeared(uri: string, cancellation: Cancellation): Promise<void> {
    this.workspace.texts.folderChanged();
    if (!this.has(uri)) return;
    if (/\.preuves[^/]*\.yaml$/.test(uri)) this.workspace.addFound([uri]);
    else this.workspace.addFound(await this.workspace.ports.files.findNamed(uri, manifestGlobs, cancellation));
  }

  /** A manifest or a folder is gone. */
  disappeared(uri: string): void {
    this.workspace.texts.folderChanged();
    for (const one of this.workspace.manifests()) {
      if (one === uri || relativeTo(uri, one) !== undefined) this.workspace.manifestGone(one);
    }
  }

  async #visit(uri: string, cancellation: Cancellation): Promise<void> {
    this.workspace.addManifest(uri);
    const parsed = await this.workspace.texts.get(uri, cancellation);
    const globs = parsed?.dossier?.facts.fragments.map(({ value }) => value) ?? [];
    if (globs.length === 0) return;
    for (const one of await this.workspace.ports.files.findNamed(folderOf(uri), globs, cancellation))
      this.workspace.addManifest(one);
  }
}
