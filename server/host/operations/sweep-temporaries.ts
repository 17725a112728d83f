import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileOperations } from '../archive/node-file-operations';
import { systemCode } from '../archive/system-error';
import { removeStaleIn } from '../archive/temporary-name';
import { sweepLocks } from '../files/file-lock';

/**
 * Removes what runs that were killed left beside the files that they wrote. What cannot be removed stays and is swept
 * another time: it is no reason not to write.
 * @param targets paths of such files
 */
export async function sweepTemporaries(targets: readonly string[]): Promise<void> {
  for (const folder of new Set(targets.map((target) => dirname(target))))
    await sweepIn(
      folder,
      targets.filter((target) => dirname(target) === folder),
    );
}

/** The same for whatever was written in a folder whose files are all ours, and have other names each time. */
export async function sweepFolder(folder: string): Promise<void> {
  await sweepIn(folder, 'all');
}

async function sweepIn(folder: string, targets: readonly string[] | 'all'): Promise<void> {
  try {
    await removeStaleIn(folder, targets, nodeFileOperations, (path, error) => {
      if (systemCode(error) === undefined) throw new Error(path, { cause: error });
    });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

/**
 * The same for the manifests of a dossier, and their locks: a run that comes after one that was killed may find that all is
 * written, and would come by neither.
 */
export async function sweepDossier({
  main,
  fragments,
}: {
  readonly main: { readonly uri: string };
  readonly fragments: readonly { readonly uri: string }[];
}): Promise<void> {
  await sweepBeside([main, ...fragments].map(({ uri }) => fileURLToPath(uri)));
}

/** The same for files, whatever they are. */
export async function sweepBeside(paths: readonly string[]): Promise<void> {
  await sweepTemporaries(paths);
  try {
    await sweepLocks(paths);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}
