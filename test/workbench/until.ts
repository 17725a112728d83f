import { setTimeout as delay } from 'node:timers/promises';
import type * as vscode from 'vscode';

/**
 * Resolves with what `probe` returns once that is not undefined. Asks again on `event`, and often enough without one for
 * conditions that VS Code announces by no event.
 *
 * @param what for the message of the error
 * @throws Error after `limit` milliseconds, which only a failing test ever reaches.
 */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Thenable<T | undefined>,
  event?: vscode.Event<unknown>,
  limit = 40_000,
): Promise<T> {
  const end = performance.now() + limit;
  let wake = new AbortController();
  const listener = event?.(() => {
    wake.abort();
  });
  try {
    for (;;) {
      const value = await probe();
      if (value !== undefined) return value;
      if (performance.now() > end) throw new Error(`not seen after ${limit} ms: ${what}`);
      await delay(50, undefined, { signal: wake.signal }).catch(() => {
        wake = new AbortController();
      });
    }
  } finally {
    listener?.dispose();
  }
}
