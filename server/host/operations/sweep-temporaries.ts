import { dirname } from 'node:path';
import { nodeFileOperations } from '../archive/node-file-operations';
import { systemCode } from '../archive/system-error';
import { removeStaleIn } from '../archive/temporary-name';

/** Removes what runs that were killed left beside the files that they wrote. @param targets paths of such files */
export async function sweepTemporaries(targets: readonly string[]): Promise<void> {
  for (const folder of new Set(targets.map((target) => dirname(target)))) {
    const own = targets.filter((target) => dirname(target) === folder);
    try {
      await removeStaleIn(folder, own, nodeFileOperations, (path, error) => {
        // It stays and is swept another time; the run itself goes on.
        if (systemCode(error) === undefined) throw new Error(path, { cause: error });
      });
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) throw error;
    }
  }
}
