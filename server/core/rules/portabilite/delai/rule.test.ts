import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (section: string) => manifest(`portabilite: { ${section} }\n`);

describe(rule.meta.id, () => {
  it('reports more than 15 days', async () => {
    await fires(rule, { main: of('delai_jours: ⟦16⟧') });
  });

  it('accepts 15 days, and a delay that is not told or is no number', async () => {
    await silent(rule, { main: of('delai_jours: 15') });
    await silent(rule, { main: of('formats: [PDF]') });
    await silent(rule, { main: of('delai_jours: quinze') });
  });
});
