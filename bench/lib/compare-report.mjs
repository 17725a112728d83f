import { questions } from './figures.mjs';
import { median } from './statistics.mjs';
import { grouped, mebibytes, milliseconds, table } from './table.mjs';

/**
 * Two builds of our server beside each other. The change is the median over pairs (same edit, one after the other), which
 * a busy machine disturbs less than the ratio of two medians.
 */
export function compareReport(bySize, starts, earlierName) {
  const rows = [['what', 'requirements', earlierName, 'now', 'now / before']];
  for (const { dossier, results } of bySize) {
    const [now, before] = results;
    if (now === undefined || before === undefined) continue;
    const size = grouped(dossier.requirements);
    rows.push(pairRow('edit → fresh diagnostics', size, before.edits, now.edits));
    for (const [name, label] of Object.entries(questions)) rows.push(pairRow(label, size, before[name], now[name]));
    rows.push(['file opened → first diagnostics', size, ms(before.open), ms(now.open), share(now.open / before.open)]);
    rows.push([
      'highest memory',
      size,
      mebibytes(before.peakMemory),
      mebibytes(now.peakMemory),
      share(now.peakMemory / before.peakMemory),
    ]);
  }
  if (starts) rows.push(pairRow('spawn → first diagnostics', '200', starts[1], starts[0]));
  return table(rows);
}

function pairRow(what, size, before, now) {
  const pairs = Math.min(before.length, now.length);
  const ratios = Array.from({ length: pairs }, (_, index) => now[index] / before[index]);
  return [what, size, ms(median(before)), ms(median(now)), share(median(ratios))];
}

function ms(value) {
  return value === undefined ? '–' : `${milliseconds(value)} ms`;
}

function share(ratio) {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : '–';
}
