import assert from 'node:assert/strict';
import { proof, requirement, scenario, smallCatalogue } from '../../../test/kit/small-catalogue';
import { applyAdjustments } from './apply-adjustments';
import type { Catalogue } from './catalogue';
import { readAdjustments } from './read-adjustments';

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
  return { first, proofs, remarks: remarks.map(({ fr }) => fr) };
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
    const { remarks, proofs } = adjusted(`preuves:
  A.01.01.03: { types: [vidéo] }
  A.01.01.02: { preuves: [{ id: A.01.01.01 }, { id: X }] }
exigences: { A.02: { } }
`);
    assert.equal(remarks.length, 4);
    assert.match(remarks[0] ?? '', /A\.01\.01\.03.*A\.01\.01\.0[12]/);
    assert.match(remarks.join('\n'), /« vidéo » n’est pas connu.*« video »/);
    assert.match(remarks.join('\n'), /« A\.01\.01\.01 » existe déjà/);
    assert.equal(proofs.length, 2);
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
