// node bench/table-page.mjs [PROOFS [RUNS]]: the page of the table of proofs in Chromium, with made-up proofs.
// First row: from the first line of its script, the table at hand. Frames: the longest while it is scrolled from end to end.
import { importTypeScript } from '../scripts/import-typescript.mjs';
import { madeUpTable, tableMessage } from '../test/webviews/made-up-table.mjs';
import { Webviews } from '../test/webviews/webview-page.mjs';

const [proofs = 450, runs = 20] = process.argv.slice(2).map(Number);
const { tableWords } = await importTypeScript('client/table/table-words.ts');
const start = { locale: 'fr', words: tableWords.fr };
const message = tableMessage(madeUpTable(proofs));

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];

/** Milliseconds. */
async function measure(webviews) {
  const view = await webviews.open({ name: 'table', start });
  const firstRow = await view.page.evaluate(async (table) => {
    const asked = performance.now();
    window.postMessage(table, '*');
    const row = () => document.querySelector('.row.proof');
    while (!row()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const [line] = performance.getEntriesByName('segur-first-line');
    const ready = performance.getEntriesByName('segur-ready')[0];
    // What the page did before it asked, and after it was told.
    return ready.startTime - line.startTime + (performance.now() - asked);
  }, message);
  const frames = await view.page.evaluate(async () => {
    const grid = document.querySelector('.grid');
    const lengths = [];
    const far = grid.scrollHeight - grid.clientHeight;
    let before = await new Promise((resolve) => requestAnimationFrame(resolve));
    for (let step = 1; step <= 120; step += 1) {
      grid.scrollTop = (far * step) / 120;
      const now = await new Promise((resolve) => requestAnimationFrame(resolve));
      lengths.push(now - before);
      before = now;
    }
    return lengths;
  });
  await view.close();
  return { firstRow, longest: Math.max(...frames), usual: median(frames) };
}

const webviews = await Webviews.start();
try {
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await measure(webviews));
  const line = (name, of) => {
    const values = sorted(all.map(of));
    console.log(
      `${name}: median ${median(values).toFixed(0)} ms, ${values[0].toFixed(0)}–${values.at(-1).toFixed(0)} ms`,
    );
  };
  console.log(`${proofs} proofs, ${runs} runs`);
  line('first row', ({ firstRow }) => firstRow);
  line('usual frame while scrolling', ({ usual }) => usual);
  line('longest frame while scrolling', ({ longest }) => longest);
} finally {
  await webviews.stop();
}
