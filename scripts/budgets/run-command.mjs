import { spawn } from 'node:child_process';
import { processorTime } from './processor-time.mjs';

/** A process that takes that many seconds of processor time has shown what it had to show. */
const enough = 30;

/**
 * Runs a process to its end, or until it took more than enough.
 * @returns seconds of its main thread and of all threads, MiB, exit code, standard error and what it was asked last
 */
export async function runMeasured(command, args, options, converse) {
  const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  const measured = { main: 0, all: 0, mebibytes: 0 };
  const look = () => {
    const now = processorTime(child.pid);
    if (!now) return;
    for (const key of Object.keys(measured)) measured[key] = Math.max(measured[key], now[key]);
    if (now.all > enough) child.kill('SIGKILL');
  };
  const timer = setInterval(look, 20);
  let errors = '';
  child.stderr.on('data', (data) => (errors = (errors + data).slice(-4000)));
  child.stdin.on('error', () => undefined);
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  const said = converse ? await converse(child, ended) : undefined;
  if (!converse) {
    child.stdout.resume();
    child.stdin.end();
  }
  const { code, signal } = await ended;
  clearInterval(timer);
  return { ...measured, code, signal, errors, ...said };
}
