import assert from 'node:assert/strict';
import { manifest } from '../../../test/kit/dossier-kit';
import { withEncoding, withoutEncoding } from './encoding-problems';
import { firstSlot } from './first-slot';
import { flatValues } from './flat-values';
import { parseManifest } from './parse-manifest';
import { readTree } from './read-tree';
import { list, map, scalar, type Shape } from './shape';

describe('the sections of a manifest', () => {
  it('have the steps and milestones that are known, and none of the others', () => {
    const { journey, problems } = parseManifest(
      manifest(`parcours:
  etapes:
    preuves: { etat: fait }
    inconnue: { etat: fait }
  calendrier:
    avance: { date: 2026-12-16 }
    inconnu: { date: 2026-12-16 }
`),
    );
    const { steps = [], milestones = [] } = journey?.facts ?? {};
    assert.deepEqual([steps.map(({ id }) => id), milestones.map(({ id }) => id)], [['preuves'], ['avance']]);
    assert.ok(problems.filter(({ kind }) => kind === 'unknownKey').length >= 2);
  });

  it('have flat values only where they are of the shape that is expected', () => {
    const shape = map('s', {
      piece: { shape: scalar('path'), doc: { fr: '', en: '' } },
      liste: { shape: list(scalar('text')), doc: { fr: '', en: '' } },
      dedans: { shape: map('d', { a: { shape: scalar('text'), doc: { fr: '', en: '' } } }), doc: { fr: '', en: '' } },
    });
    const told = (text: string, of: Shape = shape) => {
      const { contents, reader } = readTree(text);
      const node = reader.read(contents, shape, { start: 0, end: text.length });
      return flatValues(node, of).map(({ key, kind, value, item }) => [key, kind, value, item]);
    };
    assert.deepEqual(told('piece: a.pdf\nliste: [x, y]\ndedans: { a: z }\n'), [
      ['piece', 'path', 'a.pdf', undefined],
      ['liste', 'scalar', 'x', 0],
      ['liste', 'scalar', 'y', 1],
      ['dedans', 'map', '', undefined],
      ['dedans.a', 'scalar', 'z', undefined],
    ]);
    const text = 'piece: a.pdf\nliste: [x]\n';
    assert.deepEqual(told(text, scalar('text')), []);
    assert.deepEqual(
      told(text, map('s', { piece: { shape: list(scalar('text')), doc: { fr: '', en: '' } } })).map(([key]) => key),
      ['piece'],
    );
    assert.deepEqual(told(text, map('s', { liste: { shape: scalar('text'), doc: { fr: '', en: '' } } })), []);
  });
});

describe('the first place for evidence', () => {
  const proofs = (body: string) =>
    manifest(`exigences:\n  A.01:\n    scenarios:\n      A.01.01:\n        preuves:\n${body}`);

  it('is in the first proof without any, in its list where it has one', () => {
    for (const [body, before] of [
      ['          A.01.01.01: []\n', 'A.01.01.01: ['],
      ['          A.01.01.01:\n          A.01.01.02: []\n', 'A.01.01.01:'],
      ['          A.01.01.01: [ { fichier: a.png } ]\n          A.01.01.02: []\n', 'A.01.01.02: ['],
    ] as const) {
      const text = proofs(body);
      const at = firstSlot(text);
      assert.equal(text.slice(0, at).endsWith(before), true, body);
    }
    const second = `${proofs('          A.01.01.01: [ { fichier: a.png } ]\n')}scenarios:\n  S.01:\n    preuves:\n      P.01: []\n`;
    assert.ok(second.slice(0, firstSlot(second)).endsWith('P.01: ['));
  });

  it('is nowhere where each has some, or none is expected', () => {
    for (const text of [proofs('          A.01.01.01: [ { fichier: a.png } ]\n'), manifest(''), ''])
      assert.equal(firstSlot(text), undefined);
  });
});

describe('the encoding of a manifest', () => {
  it('is told of the file, and not of the text that an editor shows', () => {
    const parsed = parseManifest(manifest('# \ufffd\n'));
    assert.equal(withoutEncoding(parsed), parsed);
    assert.equal(withEncoding(parsed, undefined), parsed);
    const faulty = withEncoding(parsed, { encoding: 'windows-1252', line: 1, column: 1, offset: 10_000 });
    const kinds = (one: typeof parsed) => one.problems.map(({ kind }) => kind);
    assert.deepEqual(
      [kinds(parsed), kinds(faulty), kinds(withoutEncoding(faulty))],
      [['lostCharacter'], ['encoding'], []],
    );
    const [{ range } = { range: undefined }] = faulty.problems;
    assert.deepEqual(range, { start: parsed.source.length - 1, end: parsed.source.length });
  });
});

describe('a text that is broken everywhere', () => {
  it('is told by one code', () => {
    const codes = (text: string) => {
      const { reader } = readTree(text);
      return reader.problems.map(({ args }) => args['code']);
    };
    assert.deepEqual(codes('}\n'.repeat(5000)), ['TOO_MANY_ERRORS']);
    assert.deepEqual(codes('['.repeat(5000)), ['NESTED_TOO_DEEPLY']);
  });
});
