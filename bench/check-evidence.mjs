// What a whole `check` of long evidence costs, beside an earlier build: node bench/check-evidence.mjs EARLIER-CLI [RUNS].
// 5,000 CDA and HL7 v2 messages, and 1,000 PDF; processor time and highest memory of each build, run in turns.
import path from 'node:path';
import process from 'node:process';
import { generateDossier } from './lib/generate-dossier.mjs';
import { usedBy } from './lib/measure-commands.mjs';
import { repository, work } from './lib/places.mjs';
import { median } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';

const sets = [
  { name: 'CDA and HL7 v2', clinical: 'messages', requirements: 910 },
  { name: 'PDF', clinical: 'papers', requirements: 182 },
];

async function main([earlier, runs = '5']) {
  if (earlier === undefined) throw new Error('Name the command line (dist/cli.js) of the earlier build.');
  const now = path.join(repository, 'dist', 'cli.js');
  const rows = [['evidence', 'files', 'processor, ms', 'before', 'ratio', 'memory, MiB', 'before', 'ratio']];
  for (const { name, clinical, requirements } of sets) {
    const folder = path.join(work, 'data', `check-${clinical}`);
    const everything = { requirementsWithFiles: requirements, fileShare: 0.95, clinical };
    const dossier = await generateDossier(folder, requirements, new Date(), everything);
    const taken = { now: [], before: [] };
    // The first round fills the caches of the system.
    for (let run = 0; run <= Number(runs); run++) {
      const both = { now: usedBy([now, 'check'], folder), before: usedBy([path.resolve(earlier), 'check'], folder) };
      process.stderr.write(`${name}: ${Math.round(both.now.cpu)} ms, ${Math.round(both.before.cpu)} ms before\n`);
      if (run > 0) for (const [build, figure] of Object.entries(both)) taken[build].push(figure);
    }
    const of = (build, what) => median(taken[build].map((figure) => figure[what]));
    const ratio = (what) => median(taken.now.map((figure, run) => figure[what] / taken.before[run][what])).toFixed(2);
    const mebibytes = (build) => String(Math.round(of(build, 'memory') / 1024));
    rows.push([
      name,
      String(dossier.files),
      ...[Math.round(of('now', 'cpu')), Math.round(of('before', 'cpu'))].map(String),
      ratio('cpu'),
      ...[mebibytes('now'), mebibytes('before')],
      ratio('memory'),
    ]);
  }
  console.log(table(rows));
}

await main(process.argv.slice(2));
