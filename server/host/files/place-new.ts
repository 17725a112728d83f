import { constants } from 'node:fs';
import { link, open, rename } from 'node:fs/promises';
import { systemCode } from '../archive/system-error';

/**
 * Gives a whole file its name unless something has it; the temporary name may stay.
 * @throws the system's error, `EEXIST` among them
 */
export async function placeNew(temporary: string, to: string): Promise<void> {
  try {
    await link(temporary, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES', 'EMLINK'].includes(systemCode(error) ?? ''))
      throw error;
    // A file system without hard links: the name is taken first, then what stands there is ours to replace.
    await (await open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL)).close();
    await rename(temporary, to);
  }
}
