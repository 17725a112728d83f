import assert from 'node:assert/strict';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import type { NamedTeleservice } from '../../../evidence/teleservice-words';
import { rule } from './rule';

const of = (teleservice: string, piece: string) =>
  manifest(`agrements:\n  - { teleservice: ${teleservice}, statut: Pré-examen, piece: ${piece} }\n`);
const says = (path: string, teleservices: readonly NamedTeleservice[], more = {}) => ({
  [path]: file({ inspection: { teleservices, ...more } }),
});
const dmp = { name: 'DMP', plainly: true };
const insi = { name: 'INSi', plainly: true };

describe(rule.meta.id, () => {
  it('reports a document whose name is another’s', async () => {
    const [found] = await fires(rule, { main: of('INSi', '⟦preuves/cnda/dmp.png⟧') });
    assert.deepEqual([found?.message, found?.args['other']], ['name', 'DMP']);
    await fires(rule, { main: of('DMP', '⟦preuves/cnda/AttestationINSi.pdf⟧') });
    await fires(rule, { main: of('ApCV', '⟦cnda/homologation-e-prescription.pdf⟧') });
  });

  it('reports a document whose text is another’s, whatever its name', async () => {
    const [found] = await fires(rule, { main: of('INSi', '⟦insi.pdf⟧'), evidence: says('insi.pdf', [dmp]) });
    assert.equal(found?.message, 'text');
    await fires(rule, { main: of('INSi', '⟦lettre.pdf⟧'), evidence: says('lettre.pdf', [dmp]) });
  });

  it('says nothing of its own document, nor of one that speaks of both', async () => {
    for (const name of ['dmp.png', 'dmp-insi.png', 'capture.png', 'DMP/capture-INS.png', 'dossier-medical-partage.pdf'])
      await silent(rule, { main: of('DMP', `preuves/cnda/${name}`) });
    await silent(rule, { main: of('INSi', 'lettre.pdf'), evidence: says('lettre.pdf', [dmp, insi]) });
    await silent(rule, {
      main: of('INSi', 'lettre.pdf'),
      evidence: says('lettre.pdf', [dmp, { name: 'INSi', plainly: false }]),
    });
    await silent(rule, { main: of('DMP et INSi', 'insi.png') });
    // The name misleads, the text does not.
    await silent(rule, { main: of('INSi', 'dmp.pdf'), evidence: says('dmp.pdf', [dmp, insi]) });
  });

  it('says nothing on words alone, of unknown teleservices, of what was read in part, nor without document', async () => {
    await silent(rule, { main: of('DMP', 'ins.png') });
    await silent(rule, { main: of('ADRi', 'dmp.png') });
    await silent(rule, { main: of('INSi', 'lettre.pdf'), evidence: says('lettre.pdf', [dmp], { partial: true }) });
    await silent(rule, { main: of('INSi', 'lettre.pdf'), evidence: says('lettre.pdf', []) });
    await silent(rule, { main: manifest('agrements:\n  - { teleservice: INSi, statut: Pré-examen }\n') });
  });
});
