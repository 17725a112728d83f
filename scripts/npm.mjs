import { execFileSync } from 'node:child_process';

/**
 * Runs the npm that started this script, else the one on the path, with Node built-ins only: this is what installs the rest.
 * @param {string[]} args
 * @param {import('node:child_process').ExecFileSyncOptions} options
 * @returns {string} what npm printed on its standard output ('' when it is not captured)
 */
export function npm(args, options = {}) {
  const started = process.env.npm_execpath ?? '';
  const [command, first] = /npm-cli\.c?js$/.test(started) ? [process.execPath, [started]] : ['npm', []];
  return (
    execFileSync(command, [...first, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows.
      shell: command === 'npm' && process.platform === 'win32',
      ...options,
    }) ?? ''
  );
}

/** The lines of a failed npm call that say why it failed, shortened to what a person needs. */
export function npmFailure(error) {
  const lines = String(error.stderr ?? error.message)
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log|^npm (error|ERR!)\s*$/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, ''));
  return lines.slice(0, 3).join(' | ') || `npm: ${error.code ?? `exit ${error.status}`}`;
}
