import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { SecretSighting } from '../../../evidence/find-secrets';
import { rule } from './rule';

const secret: SecretSighting = { kind: 'privateKey', form: 'RSA PRIVATE KEY', where: 'journal.txt', line: 12 };
const holds = (...secrets: SecretSighting[]) => ({ 'a.txt': file({ text: true, inspection: { secrets } }) });

describe(rule.meta.id, () => {
  it('says what stands where', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.txt⟧'), evidence: holds(secret) });
    assert.equal(found?.args['seenFr'], 'RSA PRIVATE KEY (journal.txt, ligne 12)');
  });

  it('is silent about other secrets, and without any', async () => {
    await silent(rule, { main: cites('a.txt'), evidence: holds({ ...secret, kind: 'token' }) });
    await silent(rule, { main: cites('a.txt'), evidence: holds() });
    await silent(rule, { main: cites('a.txt') });
  });
});
