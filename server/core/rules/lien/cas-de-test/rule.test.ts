import assert from 'node:assert/strict';
import { fires, fixed, mainUri, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (name: string, proof = 'INS/va1.56.02.02') =>
  evidenceOf(proof, `{ lien: "https://exemple.fr/1", cas_de_test: ${name} }`);

describe(rule.meta.id, () => {
  it('reports another test case, and proposes the near one', async () => {
    const [near] = await fires(rule, { main: of('⟦CI-SIS-HL7V2-Cons_identit_INS⟧') });
    assert.deepEqual([near?.message, near?.severity, near?.effect], ['otherClose', 'warning', 'review']);
    const texts = await fixed(rule, { main: of('CI-SIS-HL7V2-Cons_identit_INS') });
    assert.equal(texts[mainUri], of('CI-SIS-HL7V2-Cons_identite_INS'));
    const [far] = await fires(rule, { main: of('⟦MSS-LPS-SEGUR-GEN⟧') });
    assert.equal(far?.message, 'other');
  });

  it('accepts the named case, and any where the proof names none', async () => {
    await silent(rule, { main: of('CI-SIS-HL7V2-Cons_identite_INS') });
    await silent(rule, { main: of('ci-sis-hl7v2-cons_identite_ins') });
    await silent(rule, { main: of('MSS-LPS-SEGUR-GEN', 'INS/va1.56.01.01') });
    await silent(rule, { main: of('MSS-LPS-SEGUR-GEN', 'INS/va1.99.01.01') });
    await silent(rule, { main: evidenceOf('INS/va1.56.02.02', 'lien: "https://exemple.fr/1"') });
    await silent(rule, { main: evidenceOf('INS/va1.56.02.02', '{ execution: 1, cas_de_test: X }') });
  });
});
