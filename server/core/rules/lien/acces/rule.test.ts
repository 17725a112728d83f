import assert from 'node:assert/strict';
import { fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import { rule } from './rule';

const of = (access: string) => evidenceOf('INS/va1.56.02.02', `{ lien: "https://exemple.fr/1", acces: ${access} }`);

describe(rule.meta.id, () => {
  it('informs of a link that is open to everyone or closed to the examiner', async () => {
    const [open] = await fires(rule, { main: of('⟦public⟧') });
    assert.deepEqual([open?.message, open?.severity], ['public', 'info']);
    const [closed] = await fires(rule, { main: of('⟦prive⟧') });
    assert.equal(closed?.message, 'private');
    await fires(rule, { main: of('⟦Privé⟧') });
  });

  it('says nothing of other words, nor where nothing is said', async () => {
    await silent(rule, { main: of('partagé') });
    await silent(rule, { main: evidenceOf('INS/va1.56.02.02', 'lien: "https://exemple.fr/1"') });
  });
});
