// npm run soak -- [--workbench] [--minutes N] [--requirements N] [--pace MILLISECONDS]: a day's work in our language server, over and over:
// typing, attaching, importing, checking and packaging, each taken back. Tells how memory, open files, threads and the time of answers went.
// With --workbench the same in VS Code with the built extension, where what is measured is its extension host and what it watches, too.
// Without --requirements half of the time is for 250 of them, half for 1,000.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editSpots } from './lib/edit-spots.mjs';
import { generateDossier } from './lib/generate-dossier.mjs';
import { OpenDocument } from './lib/open-document.mjs';
import { ownServer } from './lib/own-server.mjs';
import { repository, work } from './lib/places.mjs';
import { ServerProcess } from './lib/server-process.mjs';
import { tellSoak } from './lib/soak-report.mjs';
import { soakWorkbench } from './lib/soak-workbench.mjs';

const given = process.argv.slice(2);
const option = (name, usual) => {
  const at = given.indexOf(name);
  return at < 0 ? usual : Number(given[at + 1]);
};
const minutes = option('--minutes', 60);
const only = option('--requirements', undefined);
/** Between two rounds of work. */
const pace = option('--pace', 0);
const sizes = only === undefined ? [250, 1000] : [only];
const timeout = 120_000;
/** Between two looks at memory. */
const sampleMs = 15_000;

/** What is told of each look, and its unit. */
const keys = { heap: ' MiB', resident: ' MiB', files: '', threads: '', open: '', registered: '' };

async function soak(requirements, duration) {
  const dossier = await generateDossier(path.join(work, 'data', `soak-${requirements}`), requirements, new Date());
  const away = fs.mkdtempSync(path.join(os.tmpdir(), 'segur-soak-'));
  const probe = path.join(away, 'memory.json');
  const kind = ownServer(path.join(repository, 'dist', 'cli.js'), `soak-${requirements}`);
  kind.forget();
  kind.command.splice(1, 0, '--require', path.join(repository, 'bench', 'memory-probe.cjs'));
  kind.environment = { BENCH_MEMORY_FILE: probe };
  const server = new ServerProcess(kind, dossier.folder);
  try {
    await server.initialize(timeout);
    const session = new Session(server, dossier, away);
    await session.begin();
    const samples = [];
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    let cycles = 0;
    for (let nextSample = 0; elapsed() < duration; cycles++) {
      await session.cycle(cycles);
      await pause(pace);
      if (elapsed() < nextSample) continue;
      nextSample = elapsed() + sampleMs;
      const { heap, open } = await memory(server, probe);
      samples.push({ at: elapsed(), heap, open, registered: server.registered, ...server.load() });
    }
    tellSoak({ requirements, duration, rounds: cycles, samples, times: session.times, keys });
  } finally {
    await server.stop();
    fs.rmSync(away, { recursive: true, force: true });
  }
}

/** One person at one manifest. Everything that is done is taken back, so that the dossier at the end is that of the start. */
class Session {
  /** By kind of work: when it was done and how long it took, in milliseconds. */
  times = {};
  #server;
  #document;
  #dossier;
  #away;
  #text;
  #nextSpot;
  #proofs;
  #started = performance.now();

  constructor(server, dossier, away) {
    this.#server = server;
    this.#dossier = dossier;
    this.#away = away;
    this.#document = new OpenDocument(server, dossier.manifest);
    this.#text = dossier.text;
    this.#nextSpot = editSpots(dossier.lines, new Set(), dossier.requirements);
    this.#proofs = [...dossier.text.matchAll(/^ {10}(\S+\.\d+):/gm)].map(([, id]) => id);
  }

  async begin() {
    this.#document.open(this.#text);
    await this.#document.diagnostics(
      (list) => list.length >= this.#dossier.planted.length / 2,
      timeout,
      'first findings',
    );
  }

  async cycle(number) {
    await this.#type();
    if (number % 4 === 1) await this.#attach(number);
    if (number % 8 === 2) await this.#timed('import', () => this.#import());
    if (number % 8 === 4) await this.#check();
    if (number % 16 === 6) await this.#timed('package', () => this.#package());
  }

  async #type() {
    const { line, character, text, wrong } = this.#nextSpot();
    for (const written of [wrong, text]) {
      this.#document.edit({ line, character }, 1, written);
      await this.#timed('edit', () => this.#document.diagnostics(() => true, timeout, 'findings'));
    }
    await this.#timed('hover', () => this.#document.ask('textDocument/hover', { line, character }, timeout));
    await this.#timed('completion', () => this.#document.ask('textDocument/completion', { line, character }, timeout));
  }

  async #attach(number) {
    const uri = pathToFileURL(this.#dossier.manifest).href;
    const slot = { proof: this.#proofs[(number * 7) % this.#proofs.length] };
    const base64 = Buffer.from(`journal ${number}`).toString('base64');
    const pieces = [{ kind: 'bytes', name: `passage-${number}.log`, base64, slot }];
    const result = await this.#timed('attach', () =>
      this.#server.request('segur/joindrePieces', { uri, pieces }, timeout),
    );
    if (result.kind !== 'planned') throw new Error(`not attached: ${JSON.stringify(result)}`);
    this.#changed(result.copies, 1);
    const before = this.#text;
    this.#write(TextDocument.applyEdits(TextDocument.create(uri, '', 0, before), result.edit.changes[uri] ?? []));
    await this.#document.diagnostics(() => true, timeout, 'findings');
    this.#write(before);
    for (const copy of result.copies) fs.rmSync(new URL(copy));
    this.#changed(result.copies, 3);
    await this.#document.diagnostics(() => true, timeout, 'findings');
  }

  async #import() {
    const file = path.join(repository, 'test', 'fixtures', 'workbooks', 'vague2.xlsx');
    const target = path.join(this.#away, 'importe.rem.yaml');
    await this.#server.request('segur/importerRem', { file, target, dispositif: 'MDV-LGC-Va2' }, timeout);
  }

  /** Somebody replaces a piece; everything is looked at again. */
  async #check() {
    const [piece] = this.#dossier.evidenceFiles;
    if (piece !== undefined) {
      fs.writeFileSync(piece, fs.readFileSync(piece));
      this.#changed([pathToFileURL(piece).href], 2);
    }
    await this.#timed('check', () => this.#server.request('segur/verifier', {}, timeout));
  }

  async #package() {
    const uri = pathToFileURL(this.#dossier.manifest).href;
    const target = path.join(this.#away, 'depot.zip');
    const result = await this.#server.request('segur/constituerDepot', { uri, target, draft: true }, timeout);
    if (result.kind !== 'written') throw new Error(`no package: ${JSON.stringify(result)}`);
  }

  #changed(uris, type) {
    this.#server.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type })) });
  }

  /** Sends what is other in a new text as one change. */
  #write(after) {
    const before = this.#text;
    if (after === before) return;
    let start = 0;
    while (before[start] === after[start] && start < Math.min(before.length, after.length)) start++;
    let end = 0;
    const most = Math.min(before.length, after.length) - start;
    while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
    const document = TextDocument.create('', '', 0, before);
    const range = { start: document.positionAt(start), end: document.positionAt(before.length - end) };
    this.#document.change(range, after.slice(start, after.length - end));
    this.#text = after;
  }

  async #timed(kind, action) {
    const from = performance.now();
    const result = await action();
    (this.times[kind] ??= []).push({ at: from - this.#started, took: performance.now() - from });
    return result;
  }
}

/** What the server uses once it has let go of the rest. */
async function memory(server, file) {
  fs.rmSync(file, { force: true });
  server.signal('SIGUSR2');
  for (const until = performance.now() + timeout; performance.now() < until; await pause(20))
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
  throw new Error('the server does not tell its memory');
}

const inWorkbench = given.includes('--workbench');
for (const size of sizes) {
  const duration = (minutes * 60_000) / sizes.length;
  await (inWorkbench ? soakWorkbench(size, duration, pace) : soak(size, duration));
}
