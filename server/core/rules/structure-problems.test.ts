import assert from 'node:assert/strict';
import { parseManifest } from '../manifest/parse-manifest';
import { structureProblems } from './structure-problems';

function problemsOf(text: string): string[] {
  const file = { uri: 'file:///a.preuves.yaml', path: 'a.preuves.yaml', parsed: parseManifest(text) };
  return structureProblems(file, 'unknownKey').map(({ args }) => String(args['key']));
}

describe('structure problems', () => {
  it('are left out in a section or entry with a slip of syntax, and told before, between and behind', () => {
    const text = `version: 1
exigences:
  A: { avant: 1 }
  B: { dedans: 1, [ }
  C: { entre: 1 }
  D:
    commentaire: a: b
    apres: 1
  E: { fin: 1 }
`;
    assert.deepEqual(problemsOf(text), ['avant', 'entre', 'fin']);
    assert.deepEqual(problemsOf(text.replaceAll(', [ }', ' }').replace('a: b', 'a')), [
      'avant',
      'dedans',
      'entre',
      'apres',
      'fin',
    ]);
  });

  it('are told of a long line with hundreds of slips', () => {
    const text = `version: 1\ninconnue: 1\nexigences:\n  A: [x${', , x'.repeat(900)}]\n  B: { autre: 1 }\n`;
    assert.deepEqual(problemsOf(text), ['inconnue', 'autre']);
  });
});
