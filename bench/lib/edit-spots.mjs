import { pick, random } from './random.mjs';

/** Values that one wrong character makes invalid for every server, so that fresh diagnostics can be told from stale ones. */
const values = [
  { pattern: /^ {16}avis: suffisante$/, character: 19 },
  { pattern: /^ {14}date: \d{4}-\d\d-\d\d$/, character: 28 },
];

/**
 * Places to edit, in random order, in the middle half of a manifest, on lines where no server reports anything.
 * @param {string[]} lines
 * @param {ReadonlySet<number>} taken lines where something is reported
 * @returns {() => { line: number, character: number, text: string, wrong: string }} the next place
 */
export function editSpots(lines, taken, seed) {
  const from = Math.floor(lines.length / 4);
  const to = Math.floor((lines.length * 3) / 4);
  const spots = values.map(({ pattern, character }) => {
    const found = [];
    for (let line = from; line < to; line++) {
      if (pattern.test(lines[line]) && !taken.has(line))
        found.push({ line, character, text: lines[line][character], wrong: 'x' });
    }
    return found;
  });
  const next = random(seed);
  let turn = 0;
  return () => pick(next, spots[turn++ % spots.length]);
}

/** An evidence item of the middle of the manifest: where its keys are, for completion and hover. */
export function askedItem(lines, taken) {
  for (let line = lines.length >> 1; line < lines.length; line++) {
    if (!/^ {12}- /.test(lines[line])) continue;
    const item = {};
    for (let at = line + 1; at < lines.length && /^ {14,16}\w/.test(lines[at]); at++) {
      if (taken.has(at)) break;
      item[/\w+/.exec(lines[at])[0]] = at;
    }
    if (item.date !== undefined && item.avis !== undefined) return item;
  }
  throw new Error('no evidence item in the second half of the manifest');
}
