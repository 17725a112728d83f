import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const catalogue = asking(['fichier_csv']);
const seen = (columns: readonly string[], unevenRows: readonly number[], delimiter = ';') => ({
  'a.csv': file({ text: true, inspection: { csv: { delimiter, columns, rows: 20, unevenRows } } }),
});

describe(rule.meta.id, () => {
  it('reports rows of another length', async () => {
    const [found] = await fires(rule, {
      main: cites('⟦a.csv⟧'),
      evidence: seen(['code', 'libelle'], [3, 8]),
      catalogue,
    });
    assert.deepEqual(found?.args, { path: 'a.csv', delimiter: ';', columns: 2, rows: '3, 8', count: 2 });
    assert.equal(found.effect, undefined);
    const [tabs] = await fires(rule, { main: cites('⟦a.csv⟧'), evidence: seen(['a', 'b'], [1], '\t'), catalogue });
    assert.equal(tabs?.args['delimiter'], 'TAB');
  });

  it('is silent for even rows, files without table, and other proofs', async () => {
    await silent(rule, { main: cites('a.csv'), evidence: seen(['a', 'b'], []), catalogue });
    await silent(rule, { main: cites('a.csv'), evidence: seen(['Titre'], [1, 2]), catalogue });
    await silent(rule, { main: cites('a.csv'), evidence: seen(['a', 'b'], [1]), catalogue: asking(['log']) });
    await silent(rule, { main: cites('a.csv'), evidence: { 'a.csv': file({ text: true }) }, catalogue });
    await silent(rule, { main: cites('a.csv'), catalogue });
  });
});
