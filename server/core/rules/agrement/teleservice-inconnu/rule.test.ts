import assert from 'node:assert/strict';
import { fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { journeyData } from '../../../manifest/journey-data.generated';
import { teleservicesIn } from '../teleservice';
import { rule } from './rule';

const of = (name: string) => manifest(`agrements:\n  - { teleservice: ${name}, statut: Pré-examen, piece: a.png }\n`);

describe(rule.meta.id, () => {
  it('proposes the teleservice that was mistyped', async () => {
    for (const [written, meant] of [
      ['DPM', 'DMP'],
      ['DNP', 'DMP'],
      ['ISNi', 'INSi'],
      ['ApVC', 'ApCV'],
      ['e-prescrition', 'e-prescription'],
    ] as const) {
      const [found] = await fires(rule, { main: of(`⟦${written}⟧`) });
      assert.deepEqual([found?.message, found?.severity, found?.args['closest']], ['unknownClose', 'warning', meant]);
      assert.match((await fixed(rule, { main: of(written) }))[mainUri] ?? '', new RegExp(`teleservice: ${meant},`));
    }
  });

  it('only informs of a name that resembles none: no list of all teleservices is known', async () => {
    for (const name of ['ADRi', 'IMTi', 'DMTi', 'Mon espace santé']) {
      const [found] = await fires(rule, { main: of(`⟦${name}⟧`) });
      assert.deepEqual([found?.message, found?.severity], ['unknown', 'info']);
    }
  });

  it('says nothing of the names of the data however they are written, nor where there is none', async () => {
    const names = journeyData.agrements.flatMap(({ teleservices }) => teleservices.map(({ nom }) => nom));
    for (const name of names) assert.deepEqual(teleservicesIn(name), [name]);
    for (const name of [...names, 'dmp', 'Homologation DMP', 'INS', 'insi', 'DMP et INSi', 'E-Prescription', '"2026"'])
      await silent(rule, { main: of(name) });
    await silent(rule, { main: manifest('agrements:\n  - { statut: Pré-examen, piece: a.png }\n') });
  });
});
