import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const item = (proof: string, file: string) => `{ ${proof}: [{ fichier: ${file} }] }`;
const whole = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: ${item('INS/va1.56.01.01', 'a.png')} }
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [{ fichier: a.mp4 }]
          INS/va1.56.02.02: [{ lien: "https://exemple.fr/1" }]
  MSS/CONF.14: { scenarios: { MSS/CONF.14.01: { preuves: { MSS/CONF.14.01.01: [{ execution: 1 }] } } } }
`;
const of = (body: string, state = 'soumis', name = 'Identité nationale de santé') =>
  manifest(`${body}chapitres:\n  ${name}: { statut: ${state} }\n`);

describe(rule.meta.id, () => {
  it('reports a submitted chapter in which proofs are owed', async () => {
    const missing = whole.replace('[{ lien: "https://exemple.fr/1" }]', '[]');
    const main = of(missing, 'soumis', '⟦Identité nationale de santé⟧');
    const [found] = await fires(rule, { main });
    assert.deepEqual([found?.severity, found?.args['requirements']], ['error', 'INS/va1.56']);
    const [none] = await fires(rule, { main: of('', 'soumis', '⟦Identité nationale de santé⟧') });
    assert.equal(none?.args['count'], 2);
    const [partial] = await fires(rule, { main, catalogue: { ...smallCatalogue, state: 'partiel' } });
    assert.equal(partial?.severity, 'warning');
  });

  it('accepts a whole chapter, one that is not submitted, and what is declared not applicable', async () => {
    await silent(rule, { main: of(whole) });
    await silent(rule, { main: of('', 'modification demandée') });
    await silent(rule, { main: of('', 'validé') });
    await silent(rule, { main: of('', 'soumis', 'Inconnu') });
    await silent(rule, {
      main: of('exigences:\n  PSC.01: { non_applicable: { justification: Non. } }\n', 'soumis', 'Pro Santé Connect'),
    });
    await silent(rule, {
      main: of(
        whole
          .replace(item('INS/va1.56.01.01', 'a.png'), '{}')
          .replace('{ preuves: {} }', '{ non_applicable: { justification: Non. } }'),
      ),
    });
    await silent(rule, { main: of(''), catalogue: null });
  });

  it('takes the entries of a requirement together, and asks for one modality of several', async () => {
    const twice = whole.replace('  MSS/', `  INS/va1.56: { scenarios: { INS/va1.56.02: { preuves: {} } } }\n  MSS/`);
    await silent(rule, { main: of(twice) });
    const psc = `exigences:\n  PSC.01: { scenarios: { PSC.01.02: { preuves: ${item('PSC.01.01.02', 'a.mp4')} } } }\n`;
    await silent(rule, { main: of(psc, 'soumis', 'Pro Santé Connect') });
  });
});
