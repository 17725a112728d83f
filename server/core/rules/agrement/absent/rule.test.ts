import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { teleservicesIn } from '../teleservice';
import { rule } from './rule';

const of = (...teleservices: readonly string[]) =>
  manifest(`⟦agrements⟧:\n${teleservices.map((one) => `  - { teleservice: ${one}, statut: Pré-examen }\n`).join('')}`);
const dispositif = (id: string, wave?: number) => ({
  ...smallCatalogue,
  dispositif: wave === undefined ? { id } : { id, wave },
});
const plain = (text: string) => text.replace(/[⟦⟧]/g, '');
const named = (text: string, id: string) => text.replace('MDV-LGC-Va2', id);

describe(rule.meta.id, () => {
  it('reports what a source states, at the list or at the head', async () => {
    const [found] = await fires(rule, { main: of('DMP') });
    assert.deepEqual([found?.message, found?.severity, found?.args['teleservices']], ['stated', 'warning', 'INSi']);
    const [both] = await fires(rule, { main: manifest('').replace('dossier:', '⟦dossier⟧:') });
    assert.equal(both?.args['teleservices'], 'DMP, INSi');
  });

  it('only informs of what was concluded', async () => {
    const main = named(of('ApCV', 'INSi'), 'MDV-LGC-Va1');
    const [found] = await fires(rule, { main, catalogue: dispositif('MDV-LGC-Va1', 1) });
    assert.deepEqual(
      [found?.message, found?.severity, found?.args['teleservices']],
      ['inferred', 'info', 'DMP, e-prescription'],
    );
  });

  it('accepts all that is expected, and says nothing of a dispositif whose approvals are not known', async () => {
    await silent(rule, { main: plain(of('homologation DMP', 'INSi')) });
    for (const id of ['HOP-DPI-Va1', 'BIO-LOINC-Va1', 'MSS-OP-Va1', 'AUTRE']) {
      await silent(rule, { main: named(manifest(''), id), catalogue: dispositif(id, 1) });
    }
    await silent(rule, { main: manifest(''), catalogue: null });
  });

  it('takes a third-party component with its NIL for what it names, and an exemption', async () => {
    const component = (fields: string) =>
      `${plain(of('DMP'))}administratif:\n  composants_tiers:\n    - { nom: ${fields} }\n`;
    await silent(rule, { main: component('Module INSi, nil: "1"') });
    await silent(rule, { main: component('Connecteur, nil: "1"') });
    await silent(rule, { main: component('Connecteur DMP, teleservices: "DMP, INSi", nil: "1"') });
    for (const fields of [
      'Module INSi',
      'Module INSi, nil: ""',
      'Module INSi, nil: à compléter',
      'Module DMP, nil: "1"',
      'Module INSi, nil: "1", certifie: non',
      'EAI, nil: "1", moteur_eai: oui',
    ])
      await fires(rule, { main: component(fields).replace('agrements', '⟦agrements⟧') });
    await silent(rule, {
      main: plain(of('DMP')) + '  - { teleservice: INSi, dispense: { motif: m, piece: a.pdf } }\n',
    });
  });

  it('knows teleservices as people write them', () => {
    assert.deepEqual(teleservicesIn('Homologation DMP'), ['DMP']);
    assert.deepEqual(teleservicesIn('INS-i'), ['INSi']);
    assert.deepEqual(teleservicesIn('apCV (addendum 8)'), ['ApCV']);
    assert.deepEqual(teleservicesIn('E-Prescription unifiée'), ['e-prescription']);
    assert.deepEqual(teleservicesIn('DMP et INSi'), ['DMP', 'INSi']);
    assert.deepEqual(teleservicesIn('Instance régionale'), []);
  });
});
