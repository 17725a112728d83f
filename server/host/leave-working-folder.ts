import { parse } from 'node:path';

/**
 * Moves a process that runs for long out of the folder it was started in, to the root of the disk. Once that folder is deleted
 * no thread starts any more, even when it is there again; and Windows would not let anybody delete or rename it.
 * Paths that the user gave have to be absolute by then, or resolved against the folder noted before.
 */
export function leaveWorkingFolder(): void {
  process.chdir(parse(process.execPath).root);
}
