// Measures the language server beside its peer, in one run: npm run bench. See docs/benchmarks.md.
import fs from 'node:fs';
import path from 'node:path';
import { readArguments, usage } from './lib/arguments.mjs';
import { BenchError } from './lib/bench-error.mjs';
import { compareReport } from './lib/compare-report.mjs';
import { figures, ids } from './lib/figures.mjs';
import { generateDossier } from './lib/generate-dossier.mjs';
import { describeMachine } from './lib/machine.mjs';
import { measureEditing } from './lib/measure-editing.mjs';
import { measureStart } from './lib/measure-start.mjs';
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
  const asShipped = peer({ delay: true, schema: options.schema });
  const withoutDelay = peer({ delay: false, schema: options.schema });
  const contestants = (size) => [
    { kind: profiled(own, options, size), ...effort(options, size, true) },
    { kind: pushed, ...effort(options, size, true), asks: 0 },
    { kind: asShipped, ...effort(options, size, false) },
    { kind: withoutDelay, ...effort(options, size, false), asks: 0 },
  ];
  const { bySize, starts } = await measure(options, contestants, [own, asShipped]);
  const machine = describeMachine();
  const markdown = report(figures(bySize, starts), machine);
  keep({
    machine,
    starts,
    sizes: bySize.map(({ dossier, results }) => ({ requirements: dossier.requirements, results })),
  });
  console.log(markdown);
  if (options.publish) {
    writeDocs(markdown);
    log('docs/benchmarks.md is up to date.');
  }
  failIfOursFailed(bySize);
}

async function againstRevision(options, file) {
  const earlier = checkOutRevision(options.compare);
  try {
    log(`Building the server of ${earlier.hash}…`);
    const now = ownServer(file, 'now');
    const before = ownServer(buildServer(earlier.folder), earlier.hash);
    const contestants = (size) => [now, before].map((kind) => ({ kind, ...effort(options, size, true) }));
    const { bySize, starts } = await measure(options, contestants, [now, before]);
    keep({ machine: describeMachine(), compared: earlier.hash, starts, results: bySize.map(({ results }) => results) });
    console.log(compareReport(bySize, starts, earlier.hash));
    failIfOursFailed(bySize);
  } finally {
    removeRevision(earlier);
  }
}

/** How often each thing is done. The peer takes seconds for an edit of the largest manifests. */
function effort({ quick }, size, own) {
  if (quick) return { edits: 8, asks: 4 };
  return own || size < 5000 ? { edits: 30, asks: 15 } : { edits: 12, asks: 3 };
}

async function measure(options, contestants, started) {
  const today = new Date();
  const bySize = [];
  let starts;
  for (const size of options.sizes) {
    log(`${size} requirements: generating…`);
    const dossier = await generateDossier(path.join(work, 'data', String(size)), size, today);
    if (size === START_SIZE) {
      log(`${size} requirements: starting…`);
      starts = await measureStart(dossier, started, options.quick ? 3 : 10);
    }
    log(`${size} requirements: editing…`);
    bySize.push({ dossier, results: await measureEditing(dossier, contestants(size), log) });
  }
  return { bySize, starts };
}

function profiled(kind, { profile }, size) {
  if (!profile) return kind;
  const folder = path.join(work, 'profiles', String(size));
  fs.mkdirSync(folder, { recursive: true });
  const [node, ...rest] = kind.command;
  return { ...kind, command: [node, '--cpu-prof', `--cpu-prof-dir=${folder}`, ...rest] };
}

/** Every single duration of a run, for whoever wants to look closer. */
function keep(run) {
  const folder = path.join(work, 'results');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${new Date().toISOString().replace(/\W/g, '-')}.json`);
  fs.writeFileSync(file, JSON.stringify(run, null, 1));
  log(`Raw figures: ${path.relative(process.cwd(), file)}`);
}

function failIfOursFailed(bySize) {
  const failed = bySize.filter(({ results }) => results[0].failure !== undefined);
  if (failed.length > 0) throw new BenchError('Our own server failed; see above.');
}

main().catch((error) => {
  log(error instanceof BenchError ? error.message : String(error.stack ?? error));
  process.exitCode = 1;
});
