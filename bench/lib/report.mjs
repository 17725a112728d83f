import { medianOf, questions } from './figures.mjs';
import { scaleSections } from './scale-report.mjs';
import { percentile } from './statistics.mjs';
import { grouped, mebibytes, milliseconds, table, times } from './table.mjs';
import { judge } from './targets.mjs';

/** The run as Markdown: targets first, then every figure behind them. */
export function report(run, machine) {
  const parts = [
    `Measured on ${machine.date}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, ` +
      `Node ${machine.node}. Ségur Preuves ${machine.own}; yaml-language-server ${machine.peer}. Durations in milliseconds, ` +
      'median (95th percentile); n is the number of times.',
    '### Targets',
    targets(run),
    ...(run.sizes.length > 0
      ? [
          '### What was edited',
          manifests(run),
          '### Edit → fresh diagnostics',
          editing(run),
          '### Completion and hover right after an edit',
          asking(run),
          ...(run.start ? ['### Spawn → first diagnostics, 200 requirements', starting(run)] : []),
          '### Memory',
          memory(run),
        ]
      : []),
    ...scaleSections(run),
    ...remarks(run),
  ];
  return parts.join('\n\n');
}

function targets(run) {
  const word = (met) => (met === undefined ? '–' : met ? 'met' : '**missed**');
  return table([
    ['what', 'target', 'measured', ''],
    ...judge(run).map(({ what, target, measured, met }) => [what, target, measured, word(met)]),
  ]);
}

function manifests(run) {
  return table([
    ['requirements', 'evidence', 'of it files', 'lines', 'MiB'],
    ...run.sizes.map(({ dossier }) => [
      grouped(dossier.requirements),
      grouped(dossier.evidence),
      grouped(dossier.files),
      grouped(dossier.lineCount),
      (dossier.bytes / 2 ** 20).toFixed(1),
    ]),
  ]);
}

function editing(run) {
  const ratio = (peer, own) => times(medianOf(peer, 'edits') / medianOf(own, 'edits'));
  return table([
    [
      'requirements',
      'Ségur Preuves, pulled',
      'sent',
      'peer',
      'peer without delay',
      'faster, delays on',
      'faster, delays off',
    ],
    ...run.sizes.map(({ dossier, own, ownPushed, peer, peerWithoutDelay }) => [
      grouped(dossier.requirements),
      series(own, 'edits'),
      series(ownPushed, 'edits'),
      series(peer, 'edits'),
      series(peerWithoutDelay, 'edits'),
      ratio(peer, ownPushed),
      ratio(peerWithoutDelay, own),
    ]),
  ]);
}

function asking(run) {
  return table([
    ['what', 'requirements', 'Ségur Preuves', 'peer', 'faster'],
    ...Object.entries(questions).flatMap(([name, label]) =>
      run.sizes.map(({ dossier, own, peer }) => [
        label,
        grouped(dossier.requirements),
        series(own, name),
        series(peer, name),
        times(medianOf(peer, name) / medianOf(own, name)),
      ]),
    ),
  ]);
}

function starting({ start }) {
  const cell = ({ median, p95 }) => `${milliseconds(median)} (${milliseconds(p95)})`;
  return table([
    ['starts of each', 'Ségur Preuves', 'peer', 'share'],
    [String(start.own.runs), cell(start.own), cell(start.peer), (start.own.median / start.peer.median).toFixed(2)],
  ]);
}

function memory(run) {
  return table([
    ['requirements', 'Ségur Preuves', 'share', 'without opening evidence', 'share', 'peer, which opens none'],
    ...run.sizes.map(({ dossier, own, ownUnopened, peer }) => [
      grouped(dossier.requirements),
      mebibytes(own?.peakMemory),
      shareOf(own, peer),
      mebibytes(ownUnopened?.peakMemory),
      shareOf(ownUnopened, peer),
      mebibytes(peer?.peakMemory),
    ]),
  ]);
}

function shareOf(own, peer) {
  return own?.peakMemory && peer?.peakMemory ? `1/${(peer.peakMemory / own.peakMemory).toFixed(1)}` : '–';
}

/** What makes a figure doubtful is said beside it. */
function remarks(run) {
  const lines = [];
  for (const { dossier, failure, own, ownPushed, ownUnopened, peer, peerWithoutDelay } of run.sizes) {
    const size = `At ${grouped(dossier.requirements)}`;
    if (failure !== undefined) lines.push(`- ${size}: not measured: ${failure}`);
    for (const result of [own, ownPushed, ownUnopened, peer, peerWithoutDelay]) {
      if (!result) continue;
      if (result.failure) lines.push(`- ${size}: ${result.failure.split('\n')[0]}`);
      for (const [name, why] of Object.entries(result.unanswered)) {
        lines.push(`- ${size}, ${result.kind}, ${questions[name]}: ${why}`);
      }
    }
    if (own?.missed?.length > 0)
      lines.push(`- ${size}: planted but not found by Ségur Preuves: ${own.missed.join(', ')}.`);
    if (own?.diagnostics > 3 * dossier.plantedCount) {
      lines.push(
        `- ${size}: ${grouped(own.diagnostics)} diagnostics for ${dossier.plantedCount} planted findings: ${worst(own.codes)}.`,
      );
    }
  }
  return lines.length > 0 ? ['### Remarks', lines.join('\n')] : [];
}

function worst(codes) {
  const sorted = Object.entries(codes).sort(([, a], [, b]) => b - a);
  return sorted
    .slice(0, 3)
    .map(([code, count]) => `${code} ${grouped(count)} ×`)
    .join(', ');
}

function series(result, name) {
  const values = result?.[name] ?? [];
  if (values.length === 0) return '–';
  return `${milliseconds(medianOf(result, name))} (${milliseconds(percentile(values, 0.95))}), n ${values.length}`;
}
