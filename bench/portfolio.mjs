// What a portfolio costs while one of its dossiers is edited: node bench/portfolio.mjs [DOSSIERS [REQUIREMENTS [EDITS]]].
// The same dossier is edited alone in a workspace, among others, and among others that a portfolio names and that share pieces.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { editSpots } from './lib/edit-spots.mjs';
import { generateDossier } from './lib/generate-dossier.mjs';
import { OpenDocument } from './lib/open-document.mjs';
import { buildServer, ownServer } from './lib/own-server.mjs';
import { work } from './lib/places.mjs';
import { ServerProcess } from './lib/server-process.mjs';
import { median, percentile } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';

const timeout = 120_000;
/** Pieces that every dossier cites in the common folder. */
const shared = 20;

/** Several copies of one dossier; with a portfolio, some of their pieces lie in its common folder. */
async function write(folder, { dossiers, requirements, held }) {
  fs.rmSync(folder, { recursive: true, force: true });
  const first = await generateDossier(path.join(folder, 'd01'), requirements, new Date(), {
    requirementsWithFiles: 60,
  });
  let { text } = first;
  if (held) {
    const cited = [...text.matchAll(/fichier: (\S+)/g)].map(([, file]) => file).slice(0, shared);
    for (const file of new Set(cited)) {
      if (!fs.existsSync(path.join(first.folder, file))) continue;
      fs.mkdirSync(path.dirname(path.join(folder, 'commun', file)), { recursive: true });
      fs.renameSync(path.join(first.folder, file), path.join(folder, 'commun', file));
      text = text.replaceAll(`fichier: ${file}\n`, `fichier: "commun:${file}"\n`);
    }
    fs.writeFileSync(first.manifest, text);
  }
  const names = Array.from({ length: dossiers }, (_, index) => `d${String(index + 1).padStart(2, '0')}`);
  for (const name of names.slice(1)) fs.cpSync(first.folder, path.join(folder, name), { recursive: true });
  const portfolio = `version: 1\ndossiers:\n${names.map((name) => `  - ${name}\n`).join('')}commun: commun\n`;
  if (held) fs.writeFileSync(path.join(folder, 'portefeuille.yaml'), portfolio);
  return { ...first, text, lines: text.split('\n').slice(0, -1), portfolio };
}

async function measure(own, scale) {
  const folder = path.join(work, 'data', 'portfolio');
  const dossier = await write(folder, scale);
  own.forget();
  const server = new ServerProcess(own, folder);
  const edits = [];
  const whole = [];
  try {
    await server.initialize(timeout);
    const document = new OpenDocument(server, dossier.manifest);
    document.open(dossier.text);
    // All dossiers are looked at, their evidence included, before anything is timed.
    await server.request('segur/verifier', {}, timeout);
    let held;
    if (scale.held) {
      held = new OpenDocument(server, path.join(folder, 'portefeuille.yaml'));
      held.open(dossier.portfolio);
      await held.diagnostics(() => true, timeout, 'the findings of the portfolio');
    }
    const found = await document.diagnostics(() => true, timeout, 'diagnostics');
    const taken = new Set(found.map(({ range }) => range.start.line));
    const nextSpot = editSpots(dossier.lines, taken, scale.requirements);
    const shows = (line, wrong) => (all) => all.some(({ range }) => range.start.line === line) === wrong;
    for (let round = 0; round < scale.edits / 2 + 2; round++) {
      const spot = nextSpot();
      for (const wrong of [true, false]) {
        const start = performance.now();
        document.edit(spot, 1, wrong ? spot.wrong : spot.text);
        await document.diagnostics(shows(spot.line, wrong), timeout, 'diagnostics after an edit');
        const fresh = performance.now() - start;
        if (held) await held.pullInBackground(timeout);
        if (round > 1) {
          edits.push(fresh);
          whole.push(performance.now() - start);
        }
        await pause(400);
      }
    }
    return { edits, whole, memory: server.peakMemory() };
  } finally {
    await server.stop();
  }
}

async function main([dossiers = '10', requirements = '250', edits = '60']) {
  const own = ownServer(buildServer(), 'portfolio');
  const scale = { requirements: Number(requirements), edits: Number(edits) };
  const rows = [['workspace', 'edit → findings, median ms', '95th', 'and those of the portfolio, median ms', '95th']];
  const cases = [
    ['one dossier', { ...scale, dossiers: 1, held: false }],
    [`${dossiers} dossiers`, { ...scale, dossiers: Number(dossiers), held: false }],
    [`${dossiers} dossiers in a portfolio`, { ...scale, dossiers: Number(dossiers), held: true }],
  ];
  for (const [name, one] of cases) {
    const result = await measure(own, one);
    const of = (list) => [median(list), percentile(list, 0.95)].map((value) => value.toFixed(1));
    rows.push([name, ...of(result.edits), ...(one.held ? of(result.whole) : ['–', '–'])]);
    process.stderr.write(`${rows.at(-1).join(' | ')}\n`);
  }
  console.log(table(rows));
}

await main(process.argv.slice(2));
