import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (item: string) => manifest(`agrements:\n  - { ${item} }\n`);

describe(rule.meta.id, () => {
  it('reports an approval without supporting document', async () => {
    const [found] = await fires(rule, { main: of('teleservice: ⟦DMP⟧, statut: Pré-examen') });
    assert.deepEqual([found?.severity, found?.args['teleservice']], ['warning', 'DMP']);
    await fires(rule, { main: of('teleservice: ⟦DMP⟧, statut: Pré-examen, piece: " "') });
  });

  it('accepts one that has it, there or not', async () => {
    await silent(rule, { main: of('teleservice: DMP, statut: Pré-examen, piece: a.png') });
    await silent(rule, { main: of('statut: Pré-examen') });
  });
});
