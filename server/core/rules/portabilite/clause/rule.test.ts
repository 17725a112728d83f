import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (section: string) => manifest(`portabilite: { ${section} }\n`);

describe(rule.meta.id, () => {
  it('asks for the clause and the terms that hold it', async () => {
    await fires(rule, { main: manifest('⟦portabilite⟧: { formats: [PDF] }\n') });
    await fires(rule, { main: of('⟦clause⟧: { sans_surcout: oui }') });
  });

  it('reports a clause that costs, is used less than once a year or leaves out a change of supplier', async () => {
    for (const each of ['sans_surcout: ⟦non⟧', 'fois_par_an: ⟦0⟧', 'changement_fournisseur: ⟦non⟧'])
      await fires(rule, { main: of(`clause: { piece: cgu.pdf, ${each} }`) });
  });

  it('accepts a clause that grants it all, and a dossier that does not tell', async () => {
    await silent(rule, {
      main: of('clause: { piece: cgu.pdf, sans_surcout: oui, fois_par_an: 1, changement_fournisseur: oui }'),
    });
    await silent(rule, { main: manifest('') });
  });
});
