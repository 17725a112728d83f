import assert from 'node:assert/strict';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import { applyAdjustments } from './apply-adjustments';
import type { Catalogue } from './catalogue';
import { readAdjustments } from './read-adjustments';
import { writeAdjustments } from './write-adjustments';

const base: Catalogue = {
  ...smallCatalogue,
  requirements: [
    requirement('A.01', [
      scenario('A.01.01', [
        proof('A.01.01.01', ['video'], { condition: 'Si besoin', expected: 'Vidéo' }),
        proof('A.01.01.02', [], { expected: 'Capture et journal' }),
      ]),
    ]),
  ],
  coreScenarios: [],
};

function adjusted(text: string) {
  const { adjustments, problems } = readAdjustments(`version: 1\n${text}`);
  assert.ok(adjustments, JSON.stringify(problems));
  const { catalogue: result, remarks } = applyAdjustments(base, adjustments);
  const [first] = result.requirements;
  assert.ok(first);
  const proofs = first.scenarios[0]?.proofs ?? [];
  return { first, proofs, remarks: remarks.map(({ fr }) => fr), english: remarks.map(({ en }) => en) };
}

describe('an overlay of a catalogue', () => {
  it('sets kinds of evidence and conditions, and says what is required', () => {
    const { proofs, first } = adjusted(`preuves:
  A.01.01.01: { obligatoire: true, types: [capture_ecran] }
  A.01.01.02: { obligatoire: false }
`);
    assert.deepEqual(
      proofs.map(({ types, condition }) => [types, condition]),
      [
        [['capture_ecran'], undefined],
        [[], 'Facultative (ajustement)'],
      ],
    );
    assert.equal(first.fingerprint, base.requirements[0]?.fingerprint);
    assert.equal(adjusted('preuves: { A.01.01.02: { condition: Si SaaS } }\n').proofs[1]?.condition, 'Si SaaS');
  });

  it('splits a proof into several, which are filed under its printed id', () => {
    const { proofs, remarks } = adjusted(`preuves:
  A.01.01.02:
    preuves:
      - { id: A.01.01.02a, attendu: Capture, types: [capture_ecran] }
      - { id: A.01.01.02b, attendu: Journal, types: [log] }
`);
    assert.deepEqual(remarks, []);
    assert.deepEqual(proofs.map(({ id, printedId, expected, types }) => [id, printedId, expected, types]).slice(1), [
      ['A.01.01.02a', 'A.01.01.02', 'Capture', ['capture_ecran']],
      ['A.01.01.02b', 'A.01.01.02', 'Journal', ['log']],
    ]);
  });

  it('names the form of a non-applicability, with its source', () => {
    const { first } = adjusted('exigences: { A.01: { non_applicable: { forme: aucune, source: Note de l’ANS } } }\n');
    assert.deepEqual(first.nonApplicableForm, { form: 'aucune', source: 'Note de l’ANS' });
    assert.equal(
      readAdjustments('version: 1\nexigences: { A.01: { non_applicable: { forme: aucune } } }\n').adjustments,
      undefined,
    );
  });

  it('says what has no effect, with what may have been meant', () => {
    const { remarks, english, proofs } = adjusted(`preuves:
  A.01.01.03: { types: [vidéo] }
  A.01.01.02: { preuves: [{ id: A.01.01.01 }, { id: X }] }
exigences: { A.02: { } }
`);
    assert.equal(remarks.length, 4);
    assert.match(remarks[0] ?? '', /A\.01\.01\.03.*A\.01\.01\.0[12]/);
    assert.match(remarks.join('\n'), /« vidéo » n’est pas connu.*« video »/);
    assert.match(english.join('\n'), /“vidéo” is not known.*Did you mean “video”/);
    assert.doesNotMatch(english.join('\n'), /«/);
    assert.match(remarks.join('\n'), /« A\.01\.01\.01 » existe déjà/);
    assert.equal(proofs.length, 2);
  });

  it('gives parts what they do not say from the whole, one of which may keep its id', () => {
    const { proofs } = adjusted(`preuves:
  A.01.01.01:
    preuves:
      - { id: A.01.01.01 }
      - { id: A.01.01.01b, attendu: Journal, types: [log], condition: Si web }
`);
    assert.deepEqual(
      proofs
        .slice(0, 2)
        .map(({ id, printedId, expected, types, condition }) => [id, printedId, expected, types, condition]),
      [
        ['A.01.01.01', undefined, 'Vidéo', ['video'], 'Si besoin'],
        ['A.01.01.01b', 'A.01.01.01', 'Journal', ['log'], 'Si web'],
      ],
    );
  });

  it('has no hint for an id that is like no other', () => {
    assert.match(adjusted('preuves: { zzzzzzzzzz: { types: [] } }\n').remarks.join(), /zzzzzzzzzz/);
    assert.doesNotMatch(adjusted('preuves: { zzzzzzzzzz: { types: [] } }\n').remarks.join(), /A\.01/);
  });

  it('is written anew with all that was read of it, and nothing else', () => {
    for (const text of [
      'version: 1\n',
      'version: 1\nexigences:\n  A.01:\n    non_applicable:\n      forme: attestation_honneur\n      source: DSR\n  A.02: {}\n',
      'version: 1\npreuves:\n  A.01.01.01:\n    types:\n      - video\n    obligatoire: true\n    preuves:\n      - id: a\n      - id: b\n        attendu: B\n        types:\n          - log\n        condition: Si web\n',
    ]) {
      const { adjustments, problems } = readAdjustments(text);
      assert.ok(adjustments, JSON.stringify(problems));
      assert.equal(writeAdjustments(adjustments), text);
    }
  });

  it('refuses what it cannot read, with its place', () => {
    for (const text of [
      'preuves: 12\n',
      'version: 2\n',
      'version: 1\npreuves: { A: { obligatoire: oui } }\n',
      'version: 1\n  a: [\n',
    ])
      assert.equal(readAdjustments(text).adjustments, undefined, text);
  });
});
