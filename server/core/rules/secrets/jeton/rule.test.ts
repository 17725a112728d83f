import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { SecretSighting } from '../../../evidence/find-secrets';
import { rule } from './rule';

const secret: SecretSighting = { kind: 'token', form: 'Authorization: Bearer', where: 'journal.txt', line: 12 };
const holds = (...secrets: SecretSighting[]) => ({ 'a.txt': file({ text: true, inspection: { secrets } }) });

describe(rule.meta.id, () => {
  it('says what stands where', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.txt⟧'), evidence: holds(secret) });
    assert.equal(found?.args['seenFr'], 'Authorization: Bearer (journal.txt, ligne 12)');
  });

  it('leaves a token that is over, and says one that is not', async () => {
    await silent(rule, { main: cites('a.txt'), evidence: holds({ ...secret, until: '2020-01-01' }) });
    await fires(rule, { main: cites('⟦a.txt⟧'), evidence: holds({ ...secret, until: '2999-01-01' }) });
  });

  it('is silent about other secrets, and without any', async () => {
    await silent(rule, { main: cites('a.txt'), evidence: holds({ ...secret, kind: 'credentials' }) });
    await silent(rule, { main: cites('a.txt'), evidence: holds() });
    await silent(rule, { main: cites('a.txt') });
  });
});
