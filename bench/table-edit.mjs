// node bench/table-edit.mjs [PROOFS [RUNS]]: one cell of the table of proofs, from the edit to the row that says it.
// The server in its process, asked as the extension asks it, and the page in Chromium; what VS Code itself takes is not in it.
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importTypeScript } from '../scripts/import-typescript.mjs';
import { tableMessage } from '../test/webviews/made-up-table.mjs';
import { Webviews } from '../test/webviews/webview-page.mjs';
import { generateDossier } from './lib/generate-dossier.mjs';
import { OpenDocument } from './lib/open-document.mjs';
import { ownServer } from './lib/own-server.mjs';
import { repository, work } from './lib/places.mjs';
import { ServerProcess } from './lib/server-process.mjs';
import { median, percentile } from './lib/statistics.mjs';

const [proofs = 450, runs = 20] = process.argv.slice(2).map(Number);
const warmUps = 5;
const timeout = 60_000;
const { tableWords } = await importTypeScript('client/table/table-words.ts');
const { withChanges } = await importTypeScript('protocol/requests/table-changes.ts');

/** A requirement has about six proofs. */
const dossier = await generateDossier(path.join(work, 'data', `table-${proofs}`), Math.round(proofs / 5.8), new Date());
const kind = ownServer(path.join(repository, 'dist', 'cli.js'), 'table');
kind.forget();
const server = new ServerProcess(kind, dossier.folder);
const uri = pathToFileURL(dossier.manifest).href;
const ask = (method, params) => server.request(method, params, timeout);
const webviews = await Webviews.start();
let wholeAnswers = 0;
const series = { planned: [], answered: [], drawn: [], whole: [], bytes: [] };
try {
  await server.initialize(timeout);
  const document = new OpenDocument(server, dossier.manifest);
  document.open(dossier.text);
  await document.diagnostics((list) => list.length >= dossier.planted.length / 2, timeout, 'the first diagnostics');
  await evidenceLookedAt();
  const view = await webviews.open({ name: 'table', start: { locale: 'fr', words: tableWords.fr } });
  let table = await ask('segur/tableau', { uri });
  await view.page.evaluate((message) => window.postMessage(message, '*'), tableMessage(table));
  await view.page.locator('.row.proof').first().waitFor();
  // In sight: the first chapter comes first.
  const rows = table.rows
    .filter(({ pieces, chapter }) => pieces.length > 0 && chapter === table.rows[0].chapter)
    .slice(0, 5);
  let processorBefore = 0;
  for (let run = -warmUps; run < runs; run += 1) {
    if (run === 0) processorBefore = server.processorMs();
    const { slot, id } = rows[(run + warmUps) % rows.length];
    // Now a line more or another text, now a line less: what stands below moves.
    const value = run % 2 === 0 ? '' : `banc ${run + warmUps}`;
    const cell = { kind: 'piece', slot, piece: 0, field: 'note_interne', value };
    const begin = performance.now();
    const planned = await ask('segur/modifierTableau', { uri, cells: [cell] });
    if (planned.kind !== 'planned') throw new Error(planned.message);
    const edited = performance.now();
    for (const { range, newText } of planned.edit.changes[uri] ?? []) document.change(range, newText);
    const pulled = document.pullInBackground(timeout);
    const answer = await ask('segur/tableau', { uri, since: table.revision });
    const answered = performance.now();
    await pulled;
    const told = toldOf(answer);
    table = answer.kind === 'table' ? answer : withChanges(table, answer);
    if (answer.kind === 'table') wholeAnswers += 1;
    const drawn = await view.page.evaluate(drawRow, { message: JSON.stringify(told), id, value });
    if (run < 0) continue;
    series.planned.push(edited - begin);
    series.answered.push(answered - edited);
    series.drawn.push(drawn);
    series.whole.push(answered - begin + drawn);
    series.bytes.push(JSON.stringify(answer).length / 1024);
  }
  console.log(`${table.rows.length} proofs, ${runs} runs, load ${os.loadavg()[0].toFixed(1)}`);
  const say = (name, values, unit) =>
    console.log(
      `${name}: median ${median(values).toFixed(1)} ${unit}, 95th percentile ${percentile(values, 0.95).toFixed(1)}`,
    );
  const processor = (server.processorMs() - processorBefore) / runs;
  console.log(`processor time of the server for one edit: ${processor.toFixed(0)} ms`);
  console.log(`told whole: ${wholeAnswers}`);
  say('cell → edit', series.planned, 'ms');
  say('edit → rows answered', series.answered, 'ms');
  say('rows told to the page → drawn', series.drawn, 'ms');
  say('together', series.whole, 'ms');
  say('answer', series.bytes, 'KiB');
} finally {
  await webviews.stop();
  await server.stop();
}

/** What the extension tells the page of an answer. */
function toldOf(answer) {
  if (answer.kind === 'table') return tableMessage(answer);
  const { pictures, me, today, unsaved, views } = tableMessage({ rows: answer.changed.map(({ row }) => row) });
  return { kind: 'changes', changes: answer, pictures, me, today, unsaved, views };
}

/** Runs in the page: milliseconds from the message until the row shows the value. */
async function drawRow({ message, id, value }) {
  const told = JSON.parse(message);
  const shows = () => {
    const cell = document.querySelector(`[data-row=${JSON.stringify(id)}]:not(.more) > .c-note`);
    return cell && (value === '' ? !cell.textContent.includes('banc') : cell.textContent.includes(value));
  };
  const asked = performance.now();
  window.postMessage(told, '*');
  while (!shows()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - asked;
}

/** Until nothing new is said for a while: evidence is looked at in the background, which must be over. */
async function evidenceLookedAt() {
  let before = '';
  for (let same = 0; same < 6;) {
    const now = JSON.stringify((await ask('segur/tableau', { uri })).rows);
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
