/**
 * Runs stages, `width` at a time, each as soon as those it waits for have ended, and reports them in their order.
 * A failed stage stops none but those that need it; these count as failed.
 *
 * @param {import('./test-stages.mjs').Stage[]} stages
 * @param {{ width: number, signal: AbortSignal, report: (line: string) => void }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number, tests: number }>} sums
 * over all stages; `tests` counts those of mocha suites
 */
export async function runStages(stages, { width, signal, report }) {
  const names = new Set(stages.map(({ name }) => name));
  const results = new Map();
  const running = new Map();
  let printed = 0;

  const waitsFor = ({ needs = [], after = [] }) => [...needs, ...after].filter((name) => names.has(name));
  const isReady = (stage) =>
    !results.has(stage.name) &&
    !running.has(stage.name) &&
    waitsFor(stage).every((name) => results.has(name)) &&
    (!stage.alone || running.size === 0) &&
    ![...running.keys()].some((name) => stages.find((other) => other.name === name).alone);

  const start = (stage) => {
    const begun = performance.now();
    running.set(
      stage.name,
      runOne(stage, results, signal).then((outcome) => {
        running.delete(stage.name);
        results.set(stage.name, { ...outcome, seconds: (performance.now() - begun) / 1000 });
      }),
    );
  };

  while (results.size < stages.length) {
    for (let ready; running.size < width && (ready = stages.find(isReady));) start(ready);
    if (running.size === 0) throw new Error(`stages wait for each other: ${[...names].filter((n) => !results.has(n))}`);
    await Promise.race(running.values());
    for (; printed < stages.length && results.has(stages[printed].name); printed += 1) {
      const { name } = stages[printed];
      for (const line of describe(name, results.get(name))) report(line);
    }
  }
  const sum = (key) => [...results.values()].reduce((total, result) => total + (result[key] ?? 0), 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), tests: sum('tests') };
}

async function runOne(stage, results, signal) {
  if (stage.leftOut !== undefined) return { passed: 0, failed: 0, output: '', leftOut: stage.leftOut };
  const broken = (stage.needs ?? []).filter((name) => results.get(name)?.blocks);
  if (broken.length > 0)
    return { passed: 0, failed: 1, output: `Not run: ${broken.join(', ')} failed.\n`, blocks: true };
  if (signal.aborted) return { passed: 0, failed: 1, output: 'Stopped.\n', blocks: true };
  try {
    const outcome = await stage.run(signal);
    return { ...outcome, blocks: outcome.failed > 0 && !outcome.usable };
  } catch (error) {
    return { passed: 0, failed: 1, output: `${signal.aborted ? 'Stopped.' : error.stack}\n`, blocks: true };
  }
}

function describe(name, { passed, failed, skipped, output, seconds, leftOut }) {
  const said = output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `         ${line}`);
  const title = name.padEnd(18);
  if (leftOut !== undefined) return [`  --   ${title} left out: ${leftOut}`];
  const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
  const line = `${title} ${seconds.toFixed(1).padStart(6)} s   ${counts.filter(Boolean).join(', ') || 'no test matches'}`;
  return [`${failed > 0 ? 'FAILED' : '  ok  '} ${line}`, ...said];
}
