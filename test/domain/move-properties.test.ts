import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placedCitations } from '../../server/core/dossier/placed-citations';
import { safePath } from '../../server/core/evidence/evidence-path';
import { applyChanges } from '../../server/core/fixes/verified';
import { parseManifest } from '../../server/core/manifest/parse-manifest';
import { planMoves } from '../../server/core/moves/plan-moves';
import { under } from '../../server/core/text/uri';
import { randomLayout, randomManifest, write } from '../kit/random-manifest';

const seed = 20261215;
const rootUri = 'file:///d%C3%A9p%C3%B4t%20(1)';
const mainUri = under(rootUri, 'main.preuves.yaml');

/** Paths as the random manifests have them, and the folder that holds most of them. */
const movable = ['preuves/a b.png', 'preuves/é.mp4', '12', 'preuves'] as const;
const names = [
  'b.png',
  'A B.PNG',
  'e\u0301.mp4',
  'É.mp4',
  'l’écran : « 1 ».png',
  'true',
  '1.10',
  '*a',
  '&b',
  '- c',
  '# d',
  '{e}',
  "f'g",
  'h "i".png',
  '😀.png',
  '%20.png',
  '@j',
  'k, l',
];
const folders = ['', 'preuves/', 'pièces/INS/', 'a: b/', 'x #y/', '[z]/'];

const move = fc
  .record({ from: fc.constantFrom(...movable), folder: fc.constantFrom(...folders), name: fc.constantFrom(...names) })
  .map(({ from, folder, name }) => ({ from, to: folder + name }));

/** What a path is called after a move, told without the planner: two forms of one accent are one name. */
function moved(path: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const [parts, old] = [path.split('/'), from.split('/')];
  const isMoved = old.every((part, at) => parts[at]?.normalize() === part.normalize());
  return isMoved ? [to, ...parts.slice(old.length)].join('/') : path;
}

describe('files renamed at random', function () {
  this.timeout(300_000);
  it('leave every citation of a random manifest leading to its file, and nothing else changed', () => {
    fc.assert(
      fc.property(
        randomManifest({ faults: 0 }),
        randomLayout,
        fc.array(move, { minLength: 1, maxLength: 4 }),
        (written, layout, moves) => {
          let text = write(written, layout);
          for (const one of moves) {
            const parsed = parseManifest(text);
            const before = placedCitations(parsed);
            const plan = planMoves(
              [{ from: under(rootUri, one.from), to: under(rootUri, one.to) }],
              [{ main: { uri: mainUri, path: 'main.preuves.yaml', parsed }, fragments: [] }],
            );
            assert.deepEqual(plan.unmoved, [], text);
            text = applyChanges(text, plan.edits);
            const after = parseManifest(text);
            assert.deepEqual(after.problems.length, parsed.problems.length, text);
            const expected = before.map(({ value }) => {
              const path = safePath(value);
              return path === undefined ? value : moved(path, one);
            });
            assert.deepEqual(
              placedCitations(after).map(({ value }) => safePath(value) ?? value),
              expected,
              text,
            );
          }
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
