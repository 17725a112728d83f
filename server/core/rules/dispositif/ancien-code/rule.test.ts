import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { currentDispositif } from '../../../catalogue/current-dispositif';
import { dispositifs } from '../../../catalogue/dispositifs.generated';
import { rule } from './rule';

const main = (dispositif: string) => `version: 1\ndossier:\n  dispositif: ${dispositif}\n`;

describe(rule.meta.id, () => {
  it('reports each code that was deduced before the real one was known', async () => {
    for (const former of ['MDV-LGC-SF-Va2', 'MDV-LGC-P-Va2']) {
      const [found] = await fires(rule, { main: main(`⟦${former}⟧`) });
      assert.deepEqual([found?.severity, found?.args['current']], ['info', 'SFP-LGC-Va2']);
    }
  });

  it('is silent about every code that is offered, and about unknown ones', async () => {
    for (const id of [...dispositifs.map((one) => one.id), 'AUTRE-Va9']) {
      assert.equal(currentDispositif(id), id);
      await silent(rule, { main: main(id) });
    }
  });
});
