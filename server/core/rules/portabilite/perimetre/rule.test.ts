import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (section: string) => manifest(`portabilite: { ${section} }\n`);

describe(rule.meta.id, () => {
  it('reports what the export leaves out', async () => {
    await fires(rule, { main: manifest('⟦portabilite⟧: { perimetre: [documents, traits, ins, date] }\n') });
    await fires(rule, { main: manifest('⟦portabilite⟧:\n  formats: [PDF]\n') });
  });

  it('accepts all of it, less what the software does not store, and a dossier that does not tell', async () => {
    await silent(rule, { main: of('perimetre: [documents, traits, ins, date, type]') });
    await silent(rule, { main: of('perimetre: [documents, traits], non_stockes: [ins, date, type]') });
    await silent(rule, { main: manifest('') });
  });
});
