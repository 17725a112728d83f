import assert from 'node:assert/strict';
import { proof, requirement, scenario } from '../../../test/kit/small-catalogue';
import type { Requirement } from '../catalogue/catalogue';
import { blockLines, flowText, proofStub, requirementStub, scenarioStub } from './stub';

const style = { indent: 2, step: 2, comments: 'above' } as const;
const linesOf = (one: Requirement) => blockLines(requirementStub(one, 'fr'), style);
const way = (id: string, count = 1) =>
  scenario(id, count === 0 ? [] : [proof(`${id}.01`)], { mode: 'au_moins_un', steps: [] });
const oneIsEnough = /Une seule de ces modalités suffit/;

describe('the stub of an entry', () => {
  it('says once, above the first, that one of several ways is enough, and only where there are ways', () => {
    const two = linesOf(requirement('R.1', [way('R.1.01'), way('R.1.02')]));
    assert.equal(two.filter((line) => oneIsEnough.test(line)).length, 1);
    assert.ok(two.findIndex((line) => oneIsEnough.test(line)) < two.findIndex((line) => line.includes('R.1.01:')));
    // What all have to show stands beside them, and is not to be deleted.
    const every = scenario('R.1.00', [proof('R.1.00.01')]);
    const mixed = linesOf(requirement('R.1', [every, way('R.1.01'), way('R.1.02')]));
    const [told, ...more] = mixed.filter((line) => oneIsEnough.test(line));
    assert.deepEqual([told?.trim(), more], ['# Une seule de ces modalités suffit : R.1.01, R.1.02.', []]);
    assert.ok(
      mixed.findIndex((line) => oneIsEnough.test(line)) > mixed.findIndex((line) => line.includes('R.1.00.01:')),
    );
    assert.ok(!linesOf(requirement('R.1', [way('R.1.01')])).some((line) => oneIsEnough.test(line)));
    const plain = linesOf(requirement('R.1', [scenario('R.1.01', [proof('R.1.01.01')]), way('R.1.02', 0)]));
    assert.ok(!plain.some((line) => oneIsEnough.test(line)));
  });

  it('holds no scenario that expects nothing, and no list of none', () => {
    const lines = linesOf(requirement('R.1', [scenario('R.1.01', []), scenario('R.1.02', [proof('R.1.02.01')])]));
    assert.ok(!lines.some((line) => line.includes('R.1.01:')));
    assert.ok(!linesOf(requirement('R.1', [scenario('R.1.01', [])])).some((line) => line.includes('scenarios')));
    assert.ok(!blockLines(scenarioStub(scenario('S.1', []), 'fr'), style).some((line) => line.includes('preuves')));
    assert.equal(flowText(requirementStub(requirement('R.1', []), 'fr')), 'R.1: {}');
    assert.equal(flowText(scenarioStub(scenario('S.1', [proof('S.1.01')]), 'fr')), 'S.1: { preuves: { S.1.01: [] } }');
  });

  it('tells the case and the condition of a proof also where the REM does not say what it has to show', () => {
    const told = (more: Parameters<typeof proof>[2]) => proofStub(proof('P.1', [], more), 'fr').comment;
    assert.deepEqual(told({ expected: 'Vidéo', case: 'Cas 1', condition: 'si web' }), [
      'Attendu : Cas 1 : [si web] Vidéo',
    ]);
    assert.deepEqual(told({ expected: '', case: 'Cas 1', condition: 'si web' }), ['Attendu : Cas 1 : [si web]']);
    assert.deepEqual(told({ expected: '', condition: 'si web' }), ['Attendu : [si web]']);
    assert.deepEqual(told({ expected: '', case: 'Cas 1' }), ['Attendu : Cas 1']);
    assert.equal(told({ expected: '' }), undefined);
  });

  it('tells of a scenario its name, else its text where no step tells it, and what it covers beside', () => {
    const told = (more: Parameters<typeof scenario>[2]) =>
      blockLines(scenarioStub(scenario('S.1', [proof('S.1.01')], more), 'fr'), style).filter((line) =>
        /^ {2}#/.test(line),
      );
    assert.deepEqual(told({ name: 'Nom', text: 'Texte', steps: [] }), ['  # Nom']);
    assert.deepEqual(told({ text: 'Texte', steps: [] }), ['  # Texte']);
    assert.deepEqual(told({ text: 'Texte', steps: [{ text: 'Ouvrir', covers: [] }] }), ['  # 1. Ouvrir']);
    assert.deepEqual(told({ steps: [{ id: 'S.1.a', text: 'Ouvrir', covers: [] }] }), ['  # S.1.a Ouvrir']);
    assert.deepEqual(told({ steps: [], covers: ['A'] }), []);
    assert.match(told({ steps: [], covers: ['A', 'B'] }).join(), /A, B/);
  });

  it('wraps what is said, loses no word, and breaks no line at a no-break space', () => {
    const words = Array.from({ length: 120 }, (_, at) => `mot${String(at)}`);
    const lines = linesOf(requirement('R.1', [], { text: words.join('  ') })).filter((line) => line.includes('#'));
    for (const line of lines) assert.ok(line.length <= 110, line);
    // Each line takes what fits.
    for (const [at, line] of lines.entries()) {
      const [next] = (lines[at + 1] ?? '').replace(/^ *# /, '').split(' ');
      if (next !== undefined && next !== '') assert.ok(line.length + 1 + next.length > 110, line);
    }
    assert.deepEqual(
      lines.flatMap((line) => line.replace(/^ *# /, '').split(' ')),
      words,
    );
    const joined = Array.from({ length: 30 }, () => 'a\u00a0b').join('\u00a0');
    assert.equal(
      linesOf(requirement('R.1', [], { text: `Un ${joined}` })).filter((line) => line.includes('a\u00a0b')).length,
      1,
    );
    const paragraphs = linesOf(requirement('R.1', [], { text: ' Un\r\n\r\nDeux\nTrois\u2028quatre\u0000\u0000cinq ' }));
    assert.deepEqual(paragraphs.slice(0, 3), ['  # Un', '  # Deux', '  # Trois quatre cinq']);
  });

  it('says nothing where the catalogue has no words, and which scenarios stand for each other all the same', () => {
    const { text, ...bare } = requirement('R.1', [
      scenario('R.1.01', [proof('R.1.01.01', [], { expected: '' })], { steps: [] }),
    ]);
    assert.ok(text);
    assert.deepEqual(linesOf(bare), [
      ...['  R.1:', '    scenarios:', '      R.1.01:', '        preuves:', '          R.1.01.01:'],
    ]);
    assert.deepEqual(linesOf({ ...bare, scenarios: [] }), ['  R.1:']);
  });
});
