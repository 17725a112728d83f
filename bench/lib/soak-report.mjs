import { median } from './statistics.mjs';

/** Least squares, by hour. @param {{ at: number }[]} samples */
function slope(samples, key) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [samples.map(({ at }) => at / 3_600_000), samples.map((one) => one[key])];
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((sum, value, at) => sum + (value - mx) * (y[at] - my), 0);
  return above / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

/**
 * Prints how the looks and the times of a long run went.
 * @param {object} run
 * @param {number} run.requirements
 * @param {number} run.duration milliseconds
 * @param {number} run.rounds
 * @param {Record<string, number>[]} run.samples the looks, each with `at`, milliseconds since the start
 * @param {Record<string, { at: number, took: number }[]>} run.times by kind of work; `machine` is the same work each time, and tells how busy the machine was
 * @param {Record<string, string>} run.keys what is told of each look, with its unit
 */
export function tellSoak({ requirements, duration, rounds, samples, times, keys }) {
  const [first, last] = [samples[0], samples.at(-1)];
  const late = samples.slice(samples.length >> 1);
  const round = (value) => Math.round(value * 10) / 10;
  const hundredth = (value) => Math.round(value * 100) / 100;
  console.log(`${requirements} requirements, ${round(duration / 60_000)} minutes, ${rounds} rounds`);
  for (const [key, unit] of Object.entries(keys)) {
    const values = samples.map((one) => one[key]);
    const most = Math.max(...values);
    console.log(
      `  ${key}: ${round(first[key])}${unit} at the start, ${round(last[key])}${unit} at the end, at most ${round(most)}${unit}` +
        `; in the second half ${round(slope(late, key))}${unit} an hour`,
    );
  }
  const fifth = Math.max(...Object.values(times).map((all) => all.at(-1).at)) / 5;
  const medians = (all) => {
    const took = (from, to) => median(all.filter(({ at }) => at >= from && at < to).map((one) => one.took));
    return [took(0, fifth), took(4 * fifth, Infinity)];
  };
  const [idle, busy] = times.machine ? medians(times.machine) : [];
  for (const [kind, all] of Object.entries(times)) {
    const [start, end] = medians(all);
    const ratio = end / start;
    const besides =
      idle === undefined || kind === 'machine' ? '' : `, beside the machine's ${hundredth((ratio * idle) / busy)}`;
    console.log(
      `  ${kind}: ${all.length}, median ${round(start)} ms in the first fifth, ${round(end)} ms in the last, ratio ${hundredth(ratio)}${besides}`,
    );
  }
}
