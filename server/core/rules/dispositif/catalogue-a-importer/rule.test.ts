import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { smallCatalogue } from '../../../../../test/kit/small-catalogue';
import { rule } from './rule';

const empty = { ...smallCatalogue, state: 'a_importer', requirements: [], coreScenarios: [] } as const;

describe(rule.meta.id, () => {
  it('reports a dispositif whose requirements do not come with the tool', async () => {
    await fires(rule, { main: manifest('').replace('MDV-LGC-Va2', '⟦MDV-LGC-Va2⟧'), catalogue: empty });
  });

  it('says nothing where requirements are known, or where nothing is', async () => {
    await silent(rule, { main: manifest('') });
    await silent(rule, { main: manifest(''), catalogue: null });
  });
});
