import { grouped, mebibytes, milliseconds, table, times } from './table.mjs';
import { median, percentile } from './statistics.mjs';
import { growthCurves } from './growth-chart.mjs';

/** What grows: the curves as a table, and the measures of a whole workspace, of very many files and of large ones. */
export function scaleSections(run) {
  return [
    ['Growth', () => growth(run)],
    ['Many dossiers in one workspace', () => workspace(run.workspace)],
    ['Very many pieces of evidence', () => evidence(run.evidence)],
    ['Digests and packages', () => packaging(run.package)],
  ].flatMap(([title, section]) => {
    const text = section();
    return text === undefined ? [] : [`### ${title}`, text];
  });
}

function growth(run) {
  const curves = growthCurves(run);
  if (curves.length === 0 || run.sizes.length < 2) return undefined;
  const sizes = run.sizes.map(({ dossier }) => dossier.requirements);
  const cells = (points) => sizes.map((size) => cell(points.find(([at]) => at === size)?.[1]));
  const cell = (value) => (value === undefined ? '–' : milliseconds(value));
  const rows = curves.flatMap(({ title, unit, own, peer }) => [
    [`${title} (${unit})`, 'Ségur Preuves', ...cells(own)],
    [`${title} (${unit})`, 'peer', ...cells(peer)],
  ]);
  return [
    '![How each measure grows with the number of requirements](benchmarks-growth.svg)',
    table([['what', 'of', ...sizes.map(grouped)], ...rows]),
    ...(sizes.some((size) => size >= 20_000)
      ? ['The peer is not measured at 20,000 requirements: it takes minutes for one edit.']
      : []),
  ].join('\n\n');
}

function workspace(result) {
  if (result === undefined) return undefined;
  if (result.failure !== undefined) return failed(result.failure);
  const { dossiers, requirements, files, edits, loop } = result;
  return [
    `${grouped(dossiers)} dossiers of ${grouped(requirements)} requirements, ${grouped(files)} files of evidence, nothing kept from an ` +
      'earlier run; diagnostics by one pull of the workspace, held open.',
    table([
      ['what', 'measured'],
      ['first dossier told of', `${milliseconds(result.first)} ms`],
      ['all dossiers told of', `${milliseconds(result.all)} ms`],
      ['all evidence looked at and told of', `${milliseconds(result.settled)} ms`],
      ['edit in one of them → fresh diagnostics', `${series(edits)} ms, n = ${edits.length}`],
      ['reports of other dossiers sent by these edits', grouped(result.othersToldAgain)],
      ['longest stall of the event loop while editing', loop ? `${milliseconds(loop.max)} ms` : '–'],
      ['highest memory', mebibytes(result.peakMemory)],
    ]),
  ].join('\n\n');
}

function evidence(result) {
  if (result === undefined) return undefined;
  if (result.failure !== undefined) return failed(result.failure);
  const { first, again } = result;
  const row = (what, of) => [what, of(first), of(again)];
  return [
    `${grouped(result.files)} files of ${(result.bytes / 2 ** 20).toFixed(0)} MiB together, cited by ${grouped(result.requirements)} requirements. Between ` +
      'the two processes one byte of every file is changed and its time put back, so that reading any of them would show.',
    table([
      ['what', 'first time', 'again, new process'],
      row('everything looked at and told of', ({ settled }) => `${milliseconds(settled)} ms`),
      row('event loop: longest stall', ({ loop }) => (loop ? `${milliseconds(loop.max)} ms` : '–')),
      row('event loop: 99th percentile', ({ loop }) => (loop ? `${milliseconds(loop.p99)} ms` : '–')),
      row('hover meanwhile', ({ hover }) => `${series(hover)} ms`),
      row('highest memory', ({ peakMemory }) => mebibytes(peakMemory)),
      ['changed files noticed (0: no byte was read)', '', grouped(result.seenAgain)],
    ]),
  ].join('\n\n');
}

const ways = {
  hash: 'digest on one core, this runtime',
  openssl: '`openssl dgst -sha256`, one core',
  evidence: 'evidence looked at, all threads',
  plain: 'plain copy into one file, no digest: what the file system allows',
  copy: 'package: copy, SHA-256 and CRC in one pass',
  package: 'package: the same, then read back and put in place',
};

function packaging(result) {
  if (result === undefined) return undefined;
  if (result.failure !== undefined) return failed(result.failure);
  const rate = (milliseconds) => (result.bytes / 2 ** 20 / milliseconds) * 1000;
  const rows = Object.entries(ways).map(([name, label]) => {
    const own = result.durations[name] ?? [];
    if (own.length === 0) return [label, '–', result.failures[name] ?? 'not measured'];
    return [label, `${grouped(rate(median(own)))} MiB/s`, times(hashShare(result, name))];
  });
  return table(
    [
      [`${grouped(result.bytes / 2 ** 20)} MiB, n = ${result.durations.hash?.length ?? 0}`, 'median', 'to one core'],
    ].concat(rows),
  );
}

/** How fast something is beside one core that only digests: the median over rounds, each compared within itself. */
export function hashShare(result, name) {
  const [hash, own] = [result?.durations?.hash ?? [], result?.durations?.[name] ?? []];
  return median(own.flatMap((duration, round) => (hash[round] === undefined ? [] : [hash[round] / duration])));
}

function failed(reason) {
  return `Not measured: ${reason}`;
}

function series(values) {
  return values.length === 0 ? '–' : `${milliseconds(median(values))} (${milliseconds(percentile(values, 0.95))})`;
}
