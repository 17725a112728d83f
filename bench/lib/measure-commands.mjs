import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { generateDossier } from './generate-dossier.mjs';
import { median } from './statistics.mjs';
import { work } from './places.mjs';
import { milliseconds, table } from './table.mjs';

/** About as long as the manifest of a real dossier: some 1,600 lines. */
const requirements = 24;
const meter = path.join(import.meta.dirname, '..', 'cpu-used.cjs');

/**
 * One run of Node; what it prints and its exit code do not count.
 * @returns {{ cpu: number, memory: number }} milliseconds of processor time, by all its threads, and the most KiB it had
 */
export function usedBy(args, cwd) {
  const file = path.join(work, 'cpu.txt');
  fs.rmSync(file, { force: true });
  const { error } = spawnSync(process.execPath, ['--require', meter, ...args], {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, BENCH_CPU_FILE: file },
  });
  if (error) throw error;
  const [cpu, memory] = fs.readFileSync(file, 'utf8').split(' ').map(Number);
  return { cpu, memory };
}

/** Runs in turn, so that a busy machine disturbs all alike. @returns a list of figures for each */
function inTurn(runs, commands) {
  const figures = commands.map(() => []);
  for (let run = 0; run < runs; run++) {
    commands.forEach(({ args, cwd }, index) => {
      const figure = usedBy(args, cwd).cpu;
      if (run > 0) figures[index].push(figure);
    });
  }
  return figures;
}

/**
 * What the command line costs: to say its version and its usage, beside Node that does nothing, and to check a dossier, beside
 * an earlier build.
 * @param {string} now file of the command line @param {string} before of the earlier build
 */
export async function measureCommands(now, before, runs, today, log) {
  log('Command line…');
  const dossier = await generateDossier(path.join(work, 'data', 'command-line'), requirements, today);
  const nothing = path.join(work, 'nothing.cjs');
  fs.writeFileSync(nothing, '');
  const at = (args) => ({ args, cwd: dossier.folder });
  const [bare, version, help, checkNow, checkBefore] = inTurn(runs + 1, [
    at([nothing]),
    at([now, '--version']),
    at([now, '--help']),
    at([now, 'check']),
    at([before, 'check']),
  ]);
  return { lines: dossier.lines.length, bare, version, help, checkNow, checkBefore };
}

export function commandsReport({ lines, bare, version, help, checkNow, checkBefore }, earlierName) {
  const row = (what, figures, than, other) => {
    const ratio = median(figures.map((figure, index) => figure / than[index]));
    return [what, `${milliseconds(median(figures))} ms`, `${milliseconds(median(than))} ms`, other, ratio.toFixed(2)];
  };
  return table([
    ['processor time of', 'now', 'beside', 'which is', 'ratio'],
    row('--version', version, bare, 'Node alone'),
    row('--help', help, bare, 'Node alone'),
    row(`check of ${lines} lines`, checkNow, checkBefore, earlierName),
  ]);
}
