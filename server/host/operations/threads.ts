import { randomBytes } from 'node:crypto';
import { readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { discussionFolder } from '../../core/manifest/discussion-shape';
import { throwIfCancelled, type Cancellation } from '../../core/ports/cancellation';
import { UnreadableFile } from '../../core/ports/file-fault';
import { plainName } from '../../core/text/plain-name';
import { isEmptyThread, newThreadText, type NewThread, type ThreadChange } from '../../core/threads/thread-text';
import { systemCode } from '../archive/system-error';
import { withFileLock } from '../files/file-lock';
import { isInside } from '../files/guarded-file';
import { isAbsent } from './is-absent';
import { MadeFolders } from './made-folders';
import { readUtf8, rewriteHeld } from './rewrite-text';
import { sweepFolder, sweepTemporaries } from './sweep-temporaries';
import { writeText } from './write-text';

/** Git then keeps both lines where two people wrote to one thread. */
const attributes = '*.yaml merge=union\n';

/**
 * Begins a thread in a file of its own.
 * @param folder of the dossier
 * @returns the id of the thread: its path under `discussions/`
 * @throws UnreadableFile when `discussions` leads out of the dossier, or the system's error
 */
export async function startThread(folder: string, thread: NewThread, cancellation: Cancellation): Promise<string> {
  const own = join(folder, discussionFolder);
  throwIfCancelled(cancellation);
  const folders = new MadeFolders();
  const isNew = await folders.make(own);
  const forGit = join(own, '.gitattributes');
  const { proof, scenario, requirement } = thread.about;
  const id = `${plainName(proof ?? scenario ?? requirement ?? 'discussion')}-${randomBytes(4).toString('hex')}.yaml`;
  try {
    await assertInside(folder, own);
    await sweepFolder(own);
    // A run that was cut off may have made the folder alone.
    if (isNew || (await readdir(own)).length === 0) await writeIfAbsent(forGit, attributes);
    await writeText(join(own, id), newThreadText(thread));
  } catch (error) {
    if (isNew) await rm(forGit, { force: true });
    await folders.removeEmpty();
    throw error;
  }
  return id;
}

/** What became of a thread: `removed`, when nothing was left to say; `refused`, when its text was left as it is. */
export type ThreadOutcome = 'changed' | 'unchanged' | 'removed' | 'refused' | 'gone';

/**
 * Changes a thread as it is now, whoever wrote to it meanwhile: what others said stays.
 * @param folder of the dossier
 * @throws NotUtf8, UnreadableFile, FileChanged, CancelledError, or the system's error; the thread is then as it was
 */
export async function changeThread(
  folder: string,
  id: string,
  change: ThreadChange,
  cancellation: Cancellation,
): Promise<ThreadOutcome> {
  const own = join(folder, discussionFolder);
  const path = join(own, ...id.split('/'));
  const root = await realpath(folder);
  if (!isInside(own, path)) throw new UnreadableFile(path, { kind: 'outside' });
  try {
    await assertInside(folder, own);
    return await withFileLock(path, cancellation, async () => {
      await sweepTemporaries([path]);
      const before = await readUtf8(path, root);
      const after = change(before);
      if (after === undefined) return 'refused';
      if (after === before) return 'unchanged';
      throwIfCancelled(cancellation);
      if (isEmptyThread(after)) {
        await rm(path);
        return 'removed';
      }
      await rewriteHeld(path, before, after);
      return 'changed';
    });
  } catch (error) {
    if (isAbsent(error)) return 'gone';
    throw error;
  }
}

async function assertInside(folder: string, own: string): Promise<void> {
  if (!isInside(await realpath(folder), await realpath(own))) throw new UnreadableFile(own, { kind: 'outside' });
}

async function writeIfAbsent(path: string, text: string): Promise<void> {
  try {
    await writeText(path, text, { exclusive: true });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}
