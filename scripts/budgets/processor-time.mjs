import { readFileSync } from 'node:fs';

/** Ticks of a second in which Linux counts, on every machine that Node runs on. */
const ticks = 100;

/**
 * Processor time of a process's main thread and of all its threads, in seconds, and the most memory that it had, in MiB.
 * @returns undefined when the process is gone
 */
export function processorTime(pid) {
  try {
    return {
      main: seconds(readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8')),
      all: seconds(readFileSync(`/proc/${pid}/stat`, 'utf8')),
      mebibytes: Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    };
  } catch {
    return undefined;
  }
}

function seconds(stat) {
  // The name of the program, in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}
