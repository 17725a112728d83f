// Measures the language server beside its peer, in one run: npm run bench. See docs/benchmarks.md.
import fs from 'node:fs';
import path from 'node:path';
import { readArguments, usage } from './lib/arguments.mjs';
import { BenchError } from './lib/bench-error.mjs';
import { compareReport } from './lib/compare-report.mjs';
import { figures, ids } from './lib/figures.mjs';
import { generateDossier } from './lib/generate-dossier.mjs';
import { growthChart, growthCurves } from './lib/growth-chart.mjs';
import { describeMachine } from './lib/machine.mjs';
import { commandsReport, measureCommands } from './lib/measure-commands.mjs';
import { measureEditing } from './lib/measure-editing.mjs';
import { measureEvidence } from './lib/measure-evidence.mjs';
import { measurePackage } from './lib/measure-package.mjs';
import { measureStart } from './lib/measure-start.mjs';
import { measureWorkspace } from './lib/measure-workspace.mjs';
import { buildServer, ownServer } from './lib/own-server.mjs';
import { installPeer, peer } from './lib/peer.mjs';
import { repository, work } from './lib/places.mjs';
import { report } from './lib/report.mjs';
import { checkOutRevision, removeRevision } from './lib/revision.mjs';
import { writeDocs } from './lib/write-docs.mjs';

/** The size at which starts are measured. */
const START_SIZE = 200;

/** Progress goes to standard error, so that the report alone can be piped. */
function log(line) {
  process.stderr.write(`${line}\n`);
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  if (options.build) log('Building the server…');
  const file = options.server ?? (options.build ? buildServer() : path.join(repository, 'dist', 'cli.js'));
  if (options.compare === undefined) await againstPeer(options, file);
  else await againstRevision(options, file);
}

async function againstPeer(options, file) {
  installPeer(log);
  const own = ownServer(file, ids.own);
  const pushed = ownServer(file, ids.ownPushed, { pushed: true });
  const unopened = ownServer(file, ids.ownUnopened, { trusted: false });
  const asShipped = peer({ delay: true, schema: options.schema });
  const withoutDelay = peer({ delay: false, schema: options.schema });
  const contestants = (size) => [
    { kind: profiled(own, options, size), ...effort(options, size, true) },
    { kind: pushed, ...effort(options, size, true), asks: 0 },
    // The peer opens no evidence: this is what compares with it.
    { kind: unopened, ...effort(options, size, false), asks: 0 },
    ...(size > PEER_REACH
      ? []
      : [
          { kind: asShipped, ...effort(options, size, false) },
          { kind: withoutDelay, ...effort(options, size, false), asks: 0 },
        ]),
  ];
  const machine = describeMachine();
  const run = { machine, startedAt: new Date(), bySize: [], starts: undefined, parts: {} };
  const save = keeper();
  if (options.parts.includes('editing')) {
    await measure(options, contestants, [own, asShipped], run, () => save(run));
  }
  for (const [name, action] of Object.entries(otherParts(options, own, file))) {
    if (!options.parts.includes(name)) continue;
    run.parts[name] = await attempt(action);
    save(run);
  }
  const all = figures(run.bySize, run.starts, run.parts);
  const markdown = report(all, machine);
  const svg = growthChart(growthCurves(all));
  console.log(markdown);
  if (options.publish) {
    writeDocs(markdown, svg);
    log('docs/benchmarks.md and its chart are up to date.');
  } else fs.writeFileSync(path.join(work, 'results', 'growth.svg'), svg);
  log(`Took ${Math.round((Date.now() - run.startedAt) / 60_000)} minutes.`);
  failIfOursFailed(run);
}

/** What is measured beside editing one manifest. */
function otherParts({ quick }, own, file) {
  const today = new Date();
  return {
    workspace: () => {
      const scale = quick
        ? { dossiers: 5, requirements: 50, edits: 6 }
        : { dossiers: 50, requirements: 200, edits: 30 };
      return measureWorkspace(own, scale, today, log);
    },
    evidence: () => measureEvidence(own, quick ? 500 : 10_000, today, log),
    package: () => {
      const scale = quick ? { files: 2, mebibytes: 64, rounds: 3 } : { files: 4, mebibytes: 256, rounds: 5 };
      return measurePackage(path.dirname(file), scale, log);
    },
  };
}

/** A part that fails is reported as such, and the others go on. */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    const failure = error instanceof BenchError ? error.message : String(error.stack ?? error);
    log(`  ${failure}`);
    return { failure: failure.split('\n')[0] };
  }
}

async function againstRevision(options, file) {
  const earlier = checkOutRevision(options.compare);
  try {
    log(`Building the server of ${earlier.hash}…`);
    const now = ownServer(file, 'now');
    const earlierFile = buildServer(earlier.folder);
    const before = ownServer(earlierFile, earlier.hash);
    const contestants = (size) => [now, before].map((kind) => ({ kind, ...effort(options, size, true) }));
    const run = { machine: describeMachine(), compared: earlier.hash, bySize: [], starts: undefined, parts: {} };
    const save = keeper();
    run.commands = await measureCommands(file, earlierFile, options.quick ? 5 : 15, new Date(), log);
    console.log(commandsReport(run.commands, earlier.hash));
    await measure(options, contestants, [now, before], run, () => save(run));
    console.log(compareReport(run.bySize, run.starts, earlier.hash));
    failIfOursFailed(run);
  } finally {
    removeRevision(earlier);
  }
}

/** Beyond that many requirements the peer takes minutes for one edit. */
const PEER_REACH = 5000;

/** How often each thing is done: less often where it takes seconds, which is where a median needs less of it. */
function effort({ quick }, size, own) {
  if (quick) return { edits: 8, asks: 4 };
  if (own) return size > PEER_REACH ? { edits: 16, asks: 6 } : { edits: 30, asks: 15 };
  if (size >= 5000) return { edits: 8, asks: 2 };
  return size >= 1000 ? { edits: 16, asks: 6 } : { edits: 30, asks: 15 };
}

/** Adds to `run` size by size, and says so each time. */
async function measure(options, contestants, started, run, onSize) {
  const today = new Date();
  for (const size of options.sizes) {
    const done = await attempt(async () => {
      log(`${size} requirements: generating…`);
      const dossier = await generateDossier(path.join(work, 'data', String(size)), size, today);
      if (size === START_SIZE) {
        log(`${size} requirements: starting…`);
        run.starts = await measureStart(dossier, started, options.quick ? 3 : 10);
      }
      log(`${size} requirements: editing…`);
      return { dossier: told(dossier), results: await measureEditing(dossier, contestants(size), log) };
    });
    const dossier = { requirements: size, evidence: NaN, files: NaN, lineCount: NaN, bytes: NaN, plantedCount: NaN };
    run.bySize.push(done.failure === undefined ? done : { dossier, results: [], failure: done.failure });
    onSize();
  }
}

/** What reports need to know of a dossier. */
function told({ requirements, evidence, files, bytes, lines, planted }) {
  return { requirements, evidence, files, bytes, lineCount: lines.length, plantedCount: planted.length };
}

function profiled(kind, { profile }, size) {
  if (!profile) return kind;
  const folder = path.join(work, 'profiles', String(size));
  fs.mkdirSync(folder, { recursive: true });
  const [node, ...rest] = kind.command;
  return { ...kind, command: [node, '--cpu-prof', `--cpu-prof-dir=${folder}`, ...rest] };
}

/** Writes every single duration of a run, each time the whole of what there is, to one file. */
function keeper() {
  const folder = path.join(work, 'results');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${new Date().toISOString().replace(/\W/g, '-')}.json`);
  log(`Raw figures: ${path.relative(process.cwd(), file)}`);
  return (run) => fs.writeFileSync(file, JSON.stringify(run, null, 1));
}

function failIfOursFailed({ bySize, parts }) {
  const failed =
    bySize.some(({ results, failure }) => failure !== undefined || results[0].failure !== undefined) ||
    Object.values(parts).some(({ failure }) => failure !== undefined);
  if (failed) throw new BenchError('Something of ours could not be measured; see above.');
}

main().catch((error) => {
  log(error instanceof BenchError ? error.message : String(error.stack ?? error));
  process.exitCode = 1;
});
