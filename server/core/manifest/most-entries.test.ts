import assert from 'node:assert/strict';
import { leavesReadable } from '../fixes/verified';
import { isWritableText } from '../fixes/writable';
import { mostItems } from '../text/most-items';
import { parseManifest } from './parse-manifest';

const entries = (count: number, of: (index: number) => string = (index) => `  X/${index}: {}\n`): string =>
  Array.from({ length: count }, (_, index) => of(index)).join('');
const codes = (text: string) => parseManifest(text).problems.map(({ args }) => args['code']);

describe('mostItems', () => {
  const sound = `version: 1\nexigences:\n${entries(mostItems - 3)}`;

  it('loses nothing of as many entries as are read', () => {
    const parsed = parseManifest(sound);
    assert.equal(parsed.requirements.length, mostItems - 3);
    assert.deepEqual(parsed.problems, []);
    assert.ok(isWritableText(parsed));
  });

  it('tells once, in front of them, that there are more, and writes nothing there', () => {
    const text = `version: 1\nexigences:\n${entries(3 * mostItems)}scenarios:\n${entries(30)}`;
    const parsed = parseManifest(text);
    assert.equal(parsed.requirements.length, mostItems - 2);
    const [problem, ...others] = parsed.problems;
    assert.ok(problem);
    assert.equal(problem.args['code'], 'TOO_MANY_ENTRIES');
    assert.deepEqual(others, []);
    assert.equal(text.slice(problem.range.start, problem.range.end), `  X/${mostItems - 2}: {}`);
    assert.equal(isWritableText(parsed), false);
    const file = { uri: 'a', path: 'a', parsed };
    const fix = { title: { fr: '', en: '' }, edits: [{ uri: 'a', range: { start: 0, end: 0 }, text: '# a\n' }] };
    assert.equal(leavesReadable(fix, { main: file, fragments: [] }), false);
  });

  it('reads the same after an edit that makes them too many, or no more so', () => {
    const more = sound + entries(200, (index) => `  Y/${index}: {}\n`);
    for (const [before, after] of [
      [sound, more],
      [more, sound],
      [more, more.replace('X/7:', 'X/seven:')],
      [more, more.replace('Y/150:', 'Y: a: b')],
    ] as const) {
      const edited = parseManifest(after, parseManifest(before));
      const fresh = parseManifest(after);
      assert.deepEqual(edited.problems, fresh.problems);
      assert.deepEqual(
        edited.requirements.map(({ facts }) => facts.id),
        fresh.requirements.map(({ facts }) => facts.id),
      );
    }
  });

  it('counts the entries of a list, of braces, and where anchors tie entries together', () => {
    const proof = (pieces: string) =>
      `version: 1\nexigences:\n  A:\n    scenarios:\n      A.1:\n        preuves:\n          A.1.1:\n${pieces}`;
    const piece = '            - fichier: a.png\n';
    const texts = {
      braces: `version: 1\nexigences: { ${entries(mostItems + 1, (index) => `k${index}: {}, `)} }\n`,
      list: proof(piece.repeat(mostItems + 1)),
      'list behind an anchor': proof(`            - &p { fichier: a.png }\n${piece.repeat(mostItems)}`),
      anchors: `version: 1\nexigences:\n${entries(mostItems + 1, (index) => `  K${index}: &a${index} {}\n`)}`,
      aliases: `version: 1\nexigences:\n  A: &a {}\n${entries(mostItems, (index) => `  A${index}: *a\n`)}`,
      'document mark': `---\nversion: 1\nexigences:\n${entries(mostItems + 1, (index) => `  K${index}: "a\n    b"\n`)}`,
    };
    for (const [name, text] of Object.entries(texts))
      assert.equal(codes(text).filter((code) => code === 'TOO_MANY_ENTRIES').length, 1, name);
    assert.deepEqual(codes(proof(piece.repeat(mostItems))), []);
  });

  it('reads nothing of a text of lists in lists, whether it is new or was edited, and all of one that has such signs in texts', () => {
    const line = `  K0: ${'['.repeat(80)}x${']'.repeat(80)}\n`;
    const text = (count: number, unit = line) => `exigences:\n${unit.repeat(count).replaceAll('K0', 'A')}`;
    const dense = text(400);
    const told = { kind: 'syntax', code: 'TOO_MANY_ENTRIES' };
    const slips = (one: ReturnType<typeof parseManifest>) =>
      one.problems.flatMap(({ kind, args }) => (kind === 'syntax' ? [{ kind, code: args['code'] }] : []));
    assert.deepEqual(slips(parseManifest(dense)), [told]);
    const before = parseManifest(text(100));
    assert.equal(before.blocks.at(0)?.whole, false);
    assert.deepEqual(slips(parseManifest(dense, before)), [told]);
    const words = parseManifest(text(400, `  K0: { note_interne: "${'['.repeat(80)}" }\n`));
    assert.equal(words.requirements.length, 400);
  });
});
