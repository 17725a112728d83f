import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells whose child a process is. */
export const tellsProcesses = existsSync('/proc/self/status');

/** A process, its parent and its arguments. */
interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process that the system shows, where {@link tellsProcesses}. */
export function processes(): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

/** Processes of our server that this extension host started. */
export function servers(): number[] {
  return processes()
    .filter(({ parent, command }) => parent === process.pid && /cli\.js\0lsp\0/.test(command))
    .map(({ pid }) => pid);
}
