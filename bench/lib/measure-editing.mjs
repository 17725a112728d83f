import { setTimeout as pause } from 'node:timers/promises';
import { BenchError } from './bench-error.mjs';
import { askedItem, editSpots } from './edit-spots.mjs';
import { OpenDocument } from './open-document.mjs';
import { ServerProcess } from './server-process.mjs';

/** Between two edits, so that what one leaves to be collected does not count for the next. */
const PAUSE_MS = 50;
/** How long the last of the planted findings may take to come. */
const SETTLE_MS = 30_000;
/** No new finding for that long: the evidence has been looked at. */
const QUIET_MS = 3000;

/** How long an answer may take before the run is given up; grows with the manifest. */
export function patience(requirements) {
  return 60_000 + 30 * requirements;
}

/**
 * Opens one manifest in every server at once, then edits it in all of them in turn. Each edit puts a wrong character into a
 * value, and the next one takes it back; diagnostics count as fresh when they show it, or no longer show it.
 * @param dossier what generateDossier returned
 * @param {{ kind: object, edits: number, asks: number }[]} contestants
 * @returns one result for each contestant, in the same order
 */
export async function measureEditing(dossier, contestants, log) {
  const runs = contestants.map(({ kind, edits, asks }) => ({
    kind,
    edits,
    asks,
    result: { kind: kind.id, edits: [], completionValue: [], completionKey: [], hover: [], unanswered: {} },
  }));
  const timeout = patience(dossier.requirements);
  /** A server that gives up does not stop the others. */
  const attempt = async (run, action) => {
    if (run.result.failure !== undefined) return;
    try {
      await action(run);
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      run.result.failure = error.message;
      log(`  ${error.message}`);
      await run.server.stop();
    }
  };
  try {
    for (const run of runs) await attempt(run, () => openIn(run, dossier, timeout));
    const taken = new Set(runs.flatMap((run) => [...(run.taken ?? [])]));
    await editInTurn(runs, attempt, editSpots(dossier.lines, taken, dossier.requirements), timeout);
    await askInTurn(runs, attempt, askedItem(dossier.lines, taken), dossier.lines, timeout);
    for (const run of runs) if (run.result.failure === undefined) run.result.peakMemory = run.server.peakMemory();
  } finally {
    await Promise.all(runs.map((run) => run.server?.stop()));
  }
  return runs.map((run) => run.result);
}

async function openIn(run, dossier, timeout) {
  run.kind.forget?.();
  run.server = new ServerProcess(run.kind, dossier.folder);
  await run.server.initialize(timeout);
  run.document = new OpenDocument(run.server, dossier.manifest);
  const start = performance.now();
  run.document.open(dossier.text);
  await run.document.diagnostics(showsAll(dossier.planted, 'both'), timeout, 'the first diagnostics');
  run.result.open = performance.now() - start;
  const diagnostics = run.kind.own
    ? await settled(run.document, dossier)
    : await run.document.diagnostics(() => true, timeout);
  run.taken = new Set(diagnostics.map((diagnostic) => diagnostic.range.start.line));
  run.result.diagnostics = diagnostics.length;
  run.result.codes = countCodes(diagnostics);
  run.result.missed = dossier.planted.filter((plant) => !touches(diagnostics, plant.line)).map((plant) => plant.name);
}

/**
 * The diagnostics once every planted finding is there and nothing was added for a while: evidence is looked at in the
 * background, which must be over before anything is timed. After a generous wait, those there are.
 */
async function settled(document, dossier) {
  const deadline = performance.now() + SETTLE_MS;
  let last = [];
  let changedAt = performance.now();
  while (performance.now() < deadline) {
    const before = last.length;
    last = await document.diagnostics(() => true, SETTLE_MS, 'diagnostics');
    if (last.length !== before) changedAt = performance.now();
    const complete = dossier.planted.every((plant) => touches(last, plant.line));
    if (complete && performance.now() - changedAt > QUIET_MS) break;
    await pause(100);
  }
  return last;
}

async function editInTurn(runs, attempt, nextSpot, timeout) {
  const warmUps = 2; // One of each kind of value.
  const rounds = Math.max(...runs.map((run) => Math.ceil(run.edits / 2))) + warmUps;
  for (let round = 0; round < rounds; round++) {
    const spot = nextSpot();
    for (const run of rotated(runs, round)) {
      if (round >= warmUps + Math.ceil(run.edits / 2)) continue;
      await attempt(run, async ({ document, result }) => {
        for (const wrong of [true, false]) {
          const start = performance.now();
          document.edit(spot, 1, wrong ? spot.wrong : spot.text);
          await document.diagnostics(
            shows(spot.line, wrong),
            timeout,
            `diagnostics after an edit at line ${spot.line + 1}`,
          );
          if (round >= warmUps) result.edits.push(performance.now() - start);
          await pause(PAUSE_MS);
        }
      });
    }
  }
}

async function askInTurn(runs, attempt, item, lines, timeout) {
  const spot = { line: item.date, character: lines[item.date].length - 1 };
  const questions = [
    [
      'completionValue',
      'textDocument/completion',
      { line: item.avis, character: lines[item.avis].indexOf('suffisante') },
    ],
    ['completionKey', 'textDocument/completion', { line: item.date, character: lines[item.date].indexOf('date') }],
    ['hover', 'textDocument/hover', { line: item.avis, character: lines[item.avis].indexOf('avis') + 1 }],
  ];
  const rounds = Math.max(...runs.map((run) => run.asks));
  for (const [name, method, position] of questions) {
    for (let round = 0; round < rounds; round++) {
      for (const run of rotated(runs, round)) {
        if (round >= run.asks) continue;
        await attempt(run, async ({ document, result }) => {
          document.edit(spot, 1, 'x');
          const start = performance.now();
          // As an editor does: the diagnostics are asked for first, and the answer to the question waits its turn.
          const pulled = document.pullInBackground(timeout);
          const answered = document.ask(method, position, timeout).then(
            (answer) => {
              result[name].push(performance.now() - start);
              if (isEmpty(answer)) result.unanswered[name] ??= 'empty answer';
            },
            (error) => {
              if (!(error instanceof BenchError)) throw error;
              result.unanswered[name] ??= error.message.split('\n')[0];
            },
          );
          await Promise.all([pulled, answered]);
          await document.diagnostics(
            shows(spot.line, true),
            timeout,
            `diagnostics after an edit at line ${spot.line + 1}`,
          );
          document.edit(spot, 1, lines[spot.line][spot.character]);
          await document.diagnostics(
            shows(spot.line, false),
            timeout,
            `diagnostics after an edit at line ${spot.line + 1}`,
          );
          await pause(PAUSE_MS);
        });
      }
    }
  }
}

function rotated(list, by) {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function touches(diagnostics, line) {
  return diagnostics.some(({ range }) => range.start.line <= line && line <= range.end.line);
}

function shows(line, wrong) {
  return (diagnostics) => touches(diagnostics, line) === wrong;
}

/** True for diagnostics that show all planted findings that every server sees. */
export function showsAll(planted, seenBy) {
  const lines = planted.filter((plant) => plant.seenBy === seenBy).map((plant) => plant.line);
  return (diagnostics) => lines.every((line) => touches(diagnostics, line));
}

function isEmpty(answer) {
  const content = answer?.items ?? answer?.contents ?? answer;
  return content === null || content === undefined || content.length === 0;
}

function countCodes(diagnostics) {
  const counts = {};
  for (const { code, source } of diagnostics) {
    const name = String(code ?? source ?? 'no code');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
