import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { startedApi } from '../workbench/extension-api';
import { OwnDossier } from '../workbench/own-dossier';
import { processes, servers } from '../workbench/server-processes';
import { until } from '../workbench/until';
import type { SoakFigures, SoakPlan, SoakSample } from './plan';
import { SoakSession } from './session';

/**
 * What VS Code calls in its extension host (`extensionTestsPath`): works as {@link SoakSession} does for as long as the plan says, on
 * the dossier `main.preuves.yaml` of the opened folder, and closes with `[soak] done`.
 *
 * @throws Error when something that a person does there does not work
 */
export async function run(): Promise<void> {
  const plan = JSON.parse(process.env['SEGUR_SOAK'] ?? '') as SoakPlan;
  try {
    await soak(plan);
    say('done');
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
}

async function soak(plan: SoakPlan): Promise<void> {
  const api = await startedApi();
  // The server is a child of this process: the next one gets the probe.
  process.env['NODE_OPTIONS'] = `--require ${JSON.stringify(plan.probe)}`;
  process.env['BENCH_MEMORY_FILE'] = plan.memory;
  await vscode.commands.executeCommand('segurPreuves.redemarrer');
  const dossier = await OwnDossier.create(api, '.', {});
  const document = await vscode.workspace.openTextDocument(dossier.main);
  const found = () => vscode.languages.getDiagnostics(dossier.main).length > 0 || undefined;
  await until('the first findings', found, vscode.languages.onDidChangeDiagnostics, 300_000);
  const session = new SoakSession(dossier, document, vscode.Uri.file(plan.workbook), (target) => {
    say(`packages ${target}`);
  });
  const samples: SoakSample[] = [];
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  let rounds = 0;
  for (let next = 0; elapsed() < plan.minutes * 60_000; rounds++) {
    await session.round(rounds);
    await pause(plan.pace);
    if (elapsed() < next) continue;
    next = elapsed() + plan.sample;
    samples.push({ at: elapsed(), ...(await look(plan)) });
    const figures: SoakFigures = { rounds: rounds + 1, samples, times: session.times };
    writeFileSync(`${plan.figures}.new`, JSON.stringify(figures));
    renameSync(`${plan.figures}.new`, plan.figures);
    say(`${Math.round(elapsed() / 60_000)} min, ${rounds + 1} rounds, ${JSON.stringify(samples.at(-1))}`);
  }
}

async function look(plan: SoakPlan): Promise<Omit<SoakSample, 'at'>> {
  const [server, ...more] = servers();
  assert.ok(server !== undefined && more.length === 0, `${more.length + 1} servers`);
  rmSync(plan.memory, { force: true });
  process.kill(server, 'SIGUSR2');
  await until('the memory of the server', () => existsSync(plan.memory) || undefined, undefined, 120_000);
  const own = JSON.parse(readFileSync(plan.memory, 'utf8')) as { heap: number; open: number };
  collect();
  const { heapUsed, external } = process.memoryUsage();
  const [its, mine] = [use(server), use(process.pid)];
  return {
    server: own.heap,
    serverResident: its.resident,
    serverFiles: its.files,
    serverThreads: its.threads,
    serverOpen: own.open,
    host: (heapUsed + external) / 2 ** 20,
    hostResident: mine.resident,
    hostFiles: mine.files,
    hostOpen: process.getActiveResourcesInfo().length,
    watches: watches(),
  };
}

/** Collects the garbage of this process. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Resident set in MiB, open files, threads. */
function use(pid: number): { resident: number; files: number; threads: number } {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const count = (folder: string): number => readdirSync(`/proc/${pid}/${folder}`).length;
  return { resident: Number(resident) / 1024, files: count('fd'), threads: count('task') };
}

/** What the processes of this VS Code have the system watch: those below the parent of this extension host. */
function watches(): number {
  const all = processes();
  const family = new Set([process.ppid]);
  // A child may be listed before its parent.
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return [...family].reduce((sum, pid) => sum + watchesOf(pid), 0);
}

function watchesOf(pid: number): number {
  let count = 0;
  try {
    for (const name of readdirSync(`/proc/${pid}/fdinfo`))
      count += readFileSync(`/proc/${pid}/fdinfo/${name}`, 'utf8').match(/^inotify wd:/gm)?.length ?? 0;
  } catch {
    // The process, or the file, is closed by now.
    return count;
  }
  return count;
}

function say(text: string): void {
  // The extension host's console is what reaches the host.
  // eslint-disable-next-line no-console
  for (const line of text.split('\n')) console.log(`[soak] ${line}`);
}
