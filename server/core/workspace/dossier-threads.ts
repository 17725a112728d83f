import type { Analysis } from '../engine/analyse';
import type { Cancellation } from '../ports/cancellation';
import type { FileFault } from '../ports/file-fault';
import { fileNameOf } from '../text/file-name';
import { folderOf } from '../text/uri';
import { placeThreads, type PlacedThread } from '../threads/place-threads';
import type { Workspace } from './workspace';

/** The threads of a dossier, as they are on disk. */
export interface DossierThreads {
  readonly threads: readonly PlacedThread[];
  /** Why some could not be looked for. */
  readonly fault?: FileFault;
}

/** Threads of a dossier; those of other dossiers of the same folder are left out. */
export async function dossierThreads(
  workspace: Workspace,
  { dossier }: Pick<Analysis, 'dossier'>,
  cancellation: Cancellation,
): Promise<DossierThreads> {
  const { threads, fault } = await workspace.threads.of(dossier.rootUri, cancellation);
  if (threads.length === 0) return { threads: [], ...(fault ? { fault } : {}) };
  const siblings = await siblingsOf(workspace, dossier.main.uri, cancellation);
  return { threads: placeThreads(threads, dossier, siblings), ...(fault ? { fault } : {}) };
}

/** Names of the other main manifests in the folder of one. */
export async function siblingsOf(
  workspace: Workspace,
  mainUri: string,
  cancellation: Cancellation,
): Promise<readonly string[]> {
  const root = folderOf(mainUri);
  const names: string[] = [];
  for (const uri of workspace.manifests()) {
    if (uri === mainUri || folderOf(uri) !== root) continue;
    if ((await workspace.texts.get(uri, cancellation))?.role === 'main') names.push(fileNameOf(uri));
  }
  return names;
}
