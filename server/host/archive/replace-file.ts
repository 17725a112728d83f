import { setTimeout as wait } from 'node:timers/promises';

import { systemCode } from './system-error';

/** The steps of {@link replaceFile} that tests replace. */
export interface ReplaceSteps {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly platform: NodeJS.Platform;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const waits = [10, 30, 100, 300, 600, 1000];
const passing = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Renames `from` to `to`, replacing it. On Windows an antivirus or an indexer often holds a new file for a moment: the
 * rename is tried again for about two seconds before its error is given.
 */
export async function replaceFile(from: string, to: string, steps: ReplaceSteps): Promise<void> {
  for (const pause of steps.platform === 'win32' ? waits : []) {
    try {
      await steps.rename(from, to);
      return;
    } catch (error) {
      if (!passing.has(systemCode(error) ?? '')) throw error;
      await (steps.wait ?? wait)(pause);
    }
  }
  await steps.rename(from, to);
}
