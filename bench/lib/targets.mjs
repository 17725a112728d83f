import os from 'node:os';
import { medianOf, questions } from './figures.mjs';
import { hashShare } from './scale-report.mjs';
import { grouped, milliseconds, times } from './table.mjs';

/** As many as the server starts at most (server/host/evidence/reading-pool.ts). */
const mostThreads = 4;

/**
 * The targets of the design and whether this run meets them.
 * @returns {{ what: string, target: string, measured: string, met: boolean | undefined }[]} `met` undefined: not measured
 */
export function judge(run) {
  return [
    ...[200, 1000, 5000].map((size) => editing(run, size)),
    ownDelay(run),
    growth(run),
    ...Object.keys(questions).map((name) => asking(run, name)),
    starting(run),
    ...[1000, 5000].flatMap((size) => [memory(run, size, 'own'), memory(run, size, 'ownUnopened')]),
    stalling(run),
    readingAgain(run),
    digesting(run),
    packaging(run),
  ];
}

function editing(run, size) {
  const at = run.at(size);
  const ratio = medianOf(at?.peerWithoutDelay, 'edits') / medianOf(at?.own, 'edits');
  return verdict(
    `edit → fresh diagnostics, ${grouped(size)} requirements, no delay on either side`,
    '≥ 20 × faster',
    times(ratio),
    ratio,
    ratio >= 20,
  );
}

/** What an editor that does not pull waits longer than one that does. */
function ownDelay(run) {
  const at = run.at(200);
  const delay = medianOf(at?.ownPushed, 'edits') - medianOf(at?.own, 'edits');
  return verdict(
    'own delay where diagnostics are sent, 200',
    '≤ 50 ms',
    `${milliseconds(delay)} ms`,
    delay,
    delay <= 50,
  );
}

function growth(run) {
  const ratio = medianOf(run.at(5000)?.own, 'edits') / medianOf(run.at(200)?.own, 'edits');
  return verdict('growth of that latency from 200 to 5,000 requirements', '≤ 3 ×', times(ratio), ratio, ratio <= 3);
}

function asking(run, name) {
  const at = run.at(1000);
  const ratio = medianOf(at?.peer, name) / medianOf(at?.own, name);
  const empty = at?.own?.unanswered[name] !== undefined;
  const measured = empty ? `${times(ratio)}, but no answer` : times(ratio);
  return verdict(
    `${questions[name]} right after an edit, 1,000`,
    '≥ 50 × faster',
    measured,
    ratio,
    ratio >= 50 && !empty,
  );
}

function starting(run) {
  const { own, peer } = run.start ?? {};
  const share = own?.median / peer?.median;
  const measured = `${milliseconds(own?.median)} of ${milliseconds(peer?.median)} ms (${share.toFixed(2)})`;
  return verdict('spawn → first diagnostics, 200', '≤ 1/2', measured, share, share <= 0.5);
}

function memory(run, size, role) {
  const at = run.at(size);
  const share = at?.[role]?.peakMemory / at?.peer?.peakMemory;
  const measured = `1/${(1 / share).toFixed(1)}`;
  const what = role === 'own' ? 'evidence opened' : 'evidence not opened, as the peer does';
  return verdict(`highest memory, ${grouped(size)}, ${what}`, '≤ 1/5', measured, share, share <= 0.2);
}

function stalling({ evidence }) {
  const stall = evidence?.first?.loop?.max;
  const what = `event loop held up while ${grouped(evidence?.files ?? 10_000)} files are looked at`;
  return verdict(what, '≤ 20 ms', `${milliseconds(stall)} ms`, stall, stall <= 20);
}

function readingAgain({ evidence }) {
  const seen = evidence?.seenAgain;
  const what = 'files read again in a new process, nothing having changed';
  return verdict(what, '0', grouped(seen ?? NaN), seen, seen === 0);
}

/** All cores digest: what each of them does, beside `openssl` on one. */
function digesting(run) {
  const cores = Math.min(os.availableParallelism(), mostThreads);
  const ratio = hashShare(run.package, 'evidence') / hashShare(run.package, 'openssl') / cores;
  const what = 'digesting evidence, each core, to `openssl` on one';
  return verdict(what, '≥ 0.9 ×', `${ratio.toFixed(2)} ×, ${cores} cores`, ratio, ratio >= 0.9);
}

function packaging(run) {
  const ratio = hashShare(run.package, 'copy');
  const what = 'package with digests in one pass, to one core that only digests';
  return verdict(what, '≥ 0.8 ×', `${ratio.toFixed(2)} ×`, ratio, ratio >= 0.8);
}

function verdict(what, target, measured, figure, met) {
  return Number.isFinite(figure)
    ? { what, target, measured, met }
    : { what, target, measured: 'not measured', met: undefined };
}
