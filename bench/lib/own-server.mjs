import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { BenchError } from './bench-error.mjs';
import { repository, work } from './places.mjs';

/** Builds what ships in a checkout of this repository. @returns the server's file */
export function buildServer(checkout = repository) {
  try {
    execFileSync(process.execPath, ['esbuild.js'], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    const reasons = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    throw new BenchError(`The server could not be built (node esbuild.js):\n${reasons.slice(0, 5).join('\n')}`);
  }
  return path.join(checkout, 'dist', 'cli.js');
}

/**
 * Our server.
 * @param {string} file the bundled server
 * @param {string} id how the results call it; safe as a file name
 * @param {{ pushed?: boolean, trusted?: boolean }} options `trusted` false: evidence is not opened. `pushed`: for an editor that does not pull diagnostics. They are then sent after the
 *   server's own delay; the answer to a pull has none.
 */
export function ownServer(file, id, { pushed = false, trusted = true } = {}) {
  const shown = path.relative(process.cwd(), file);
  if (!fs.existsSync(file)) throw new BenchError(`${shown} does not exist: run node esbuild.js.`);
  const storagePath = path.join(work, 'storage', id);
  return {
    id,
    name: `Ségur Preuves (${id})`,
    own: true,
    pushed,
    // As the extension starts it (client/desktop/server-flags.ts).
    command: [process.execPath, '--max-semi-space-size=4', file, 'lsp', '--stdio'],
    configuration: { segurPreuves: { langue: 'fr' } },
    initializationOptions: { langue: 'fr', trusted, storagePath },
    /** Forgets what the server keeps between runs, so that a start is a first start. */
    forget() {
      fs.rmSync(storagePath, { recursive: true, force: true });
      fs.mkdirSync(storagePath, { recursive: true });
    },
  };
}
