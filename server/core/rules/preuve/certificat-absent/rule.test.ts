import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['certificats']);
const holds = (inspection: Inspection) => ({ 'a.pem': file({ text: true, inspection }) });

describe(rule.meta.id, () => {
  it('names what stands in place of a certificate', async () => {
    const found = { request: 'warning', key: 'warning', pkcs7: 'info' } as const;
    for (const [instead, severity] of Object.entries(found)) {
      const evidence = holds({ insteadOfCertificate: instead as keyof typeof found });
      const [finding] = await fires(rule, { main: cites('⟦a.pem⟧'), evidence, catalogue });
      assert.deepEqual([finding?.message, finding?.severity], [instead, severity]);
    }
  });

  it('is silent beside a certificate, where other things are asked for, and of what is not known', async () => {
    const one = { subject: 'CN=a', issuer: 'CN=b', validFrom: '2026-01-01', validTo: '2028-01-01' };
    const main = cites('a.pem');
    await silent(rule, { main, evidence: holds({ certificates: [one], insteadOfCertificate: 'key' }), catalogue });
    await silent(rule, { main, evidence: holds({}), catalogue });
    const other = asking(['certificats', 'log']);
    await silent(rule, { main, evidence: holds({ insteadOfCertificate: 'request' }), catalogue: other });
  });
});
