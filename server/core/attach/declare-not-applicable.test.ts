import assert from 'node:assert/strict';
import { analyse, mainUri, manifest } from '../../../test/kit/dossier-kit';
import { declareNotApplicable } from './declare-not-applicable';
import type { EntryIds } from './make-place';

async function outcomeOf(main: string, wanted: EntryIds, justification = 'Sans objet : pas de messagerie') {
  const { analysis } = await analyse([], { main });
  return declareNotApplicable(analysis, wanted, justification, 'fr');
}

async function textAfter(main: string, wanted: EntryIds, justification?: string): Promise<string> {
  const outcome = await outcomeOf(main, wanted, justification);
  assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
  assert.deepEqual(
    outcome.files.map(({ uri }) => uri),
    [mainUri],
  );
  return outcome.files[0]?.after ?? '';
}

const written = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: []
`);

describe('declaring what does not apply', () => {
  it('writes the justification under the requirement, and for which text', async () => {
    const text = await textAfter(written, { requirement: 'INS/va1.56' });
    assert.match(
      text,
      /INS\/va1\.56:\n {4}empreinte: "?[0-9a-f]{8}"?\n {4}non_applicable:\n {6}justification: "Sans objet : pas de messagerie"\n {4}scenarios:\n/,
    );
  });

  it('writes it under one scenario, which may have to be written first', async () => {
    const there = await textAfter(written, { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' });
    assert.match(there, /INS\/va1\.56\.02:\n {8}non_applicable:\n {10}justification: .*\n {8}preuves:/);
    const absent = await textAfter(written, { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01' });
    assert.match(absent, /INS\/va1\.56\.01:(?:\n +#.*)*\n {8}non_applicable:\n/);
    const core = await textAfter(manifest(''), { scenario: 'SCN_DB/CO.01' });
    assert.match(core, /SCN_DB\/CO\.01:(?:\n +#.*)*\n {4}(?:empreinte: .*\n {4})?non_applicable:\n/);
  });

  it('writes any justification as that very text', async () => {
    for (const words of ['oui', '# rien', 'a: b', '"x"', 'l’écran\tn’existe pas']) {
      const text = await textAfter(written, { requirement: 'INS/va1.56' }, words);
      const { analysis } = await analyse([], { main: text });
      const [entry] = analysis.dossier.requirements;
      assert.equal(entry?.value.facts.notApplicable?.justification?.value, words);
    }
  });

  it('writes nothing twice, nor what nothing expects, nor where it would spoil', async () => {
    const declared = await textAfter(written, { requirement: 'INS/va1.56' });
    assert.equal((await outcomeOf(declared, { requirement: 'INS/va1.56' })).kind, 'declared');
    assert.equal((await outcomeOf(written, { requirement: 'INS/va9.99' })).kind, 'unknown');
    assert.equal((await outcomeOf(written, {})).kind, 'unknown');
    assert.equal((await outcomeOf(`${written}  MSS/X: [\n`, { requirement: 'INS/va1.56' })).kind, 'broken');
    const alias = manifest('exigences:\n  SSI/GEN.06: &a {}\n  INS/va1.56: *a\n');
    assert.equal((await outcomeOf(alias, { requirement: 'INS/va1.56' })).kind, 'unwritable');
  });

  it('writes it under the scenario that is meant, whatever comes before it in the catalogue', async () => {
    for (const scenario of ['INS/va1.56.01', 'INS/va1.56.02'])
      for (const main of [manifest('exigences:\n'), manifest('exigences:\n  INS/va1.56:\n    scenarios: {}\n')]) {
        const text = await textAfter(main, { requirement: 'INS/va1.56', scenario });
        const { analysis } = await analyse([], { main: text });
        const declared = analysis.dossier.requirements.flatMap(({ value }) =>
          value.scenarios.flatMap(({ facts }) => (facts.notApplicable ? [facts.id.value] : [])),
        );
        assert.deepEqual(declared, [scenario], text);
      }
  });

  it('notes the text only where nothing was accepted for it before', async () => {
    const begun = written.replace('INS/va1.56.02.01: []', 'INS/va1.56.02.01: [ { execution: 1 } ]');
    assert.doesNotMatch(await textAfter(begun, { requirement: 'INS/va1.56' }), /empreinte/);
    const known = written.replace('    scenarios:', '    empreinte: "00000001"\n    scenarios:');
    const text = await textAfter(known, { requirement: 'INS/va1.56' });
    assert.deepEqual(text.match(/empreinte: .*/g), ['empreinte: "00000001"']);
    assert.ok(text.indexOf('empreinte') < text.indexOf('non_applicable'));
  });

  it('writes nothing where requirements are a list', async () => {
    assert.equal((await outcomeOf(manifest('exigences: [a]\n'), { requirement: 'INS/va1.56' })).kind, 'unwritable');
  });
});
