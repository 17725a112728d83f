import assert from 'node:assert/strict';
import { file, fires, fixed, mainUri, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const cites = (comment: string, above = '') =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${above}            - fichier: a.png${comment}
`);
const evidence = { 'a.png': file() };

describe(rule.meta.id, () => {
  it('reports each name that ignores nothing, on the comment', async () => {
    await fires(rule, { main: cites('  ⟦# segur-ignore preuve/fichier-vide : refait⟧'), evidence });
  });

  it('leaves other comments alone', async () => {
    await silent(rule, { main: cites('  # voir segur-ignorer, et a#segur-ignore b : c'), evidence });
  });

  it('removes the comment, with its line when it stands alone', async () => {
    const beside = await fixed(rule, { main: cites('  # segur-ignore preuve/fichier-vide : refait'), evidence });
    assert.equal(beside[mainUri], cites(''));
    const alone = cites('', '            # segur-ignore preuve/fichier-vide : refait\n');
    assert.equal((await fixed(rule, { main: alone, evidence }))[mainUri], cites(''));
  });
});
