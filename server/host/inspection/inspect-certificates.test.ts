import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectCertificates } from './inspect-certificates';
import { defaultLimits } from './limits';

const pem = readFileSync(join(process.cwd(), 'test/fixtures/evidence/certificat-de-test.pem'), 'utf8');
const inspect = (content: string | Uint8Array, name: string): Promise<Partial<Inspection>> =>
  inspectCertificates(memorySource(Buffer.from(content), { name }), defaultLimits, neverCancelled);

describe('inspectCertificates', () => {
  const facts = {
    subject: 'C=FR, O=Editeur Exemple, CN=test.exemple.invalid',
    issuer: 'C=FR, O=Editeur Exemple, CN=test.exemple.invalid',
    validFrom: '2026-11-22T01:05:04',
    validTo: '2028-11-21T01:05:04',
    serialNumber: '101F',
  };

  it('reads every certificate of a PEM text', async () => {
    const { certificates } = await inspect(`# chaîne\n${pem}\n${pem}`, 'chaine.pem');
    assert.deepEqual(certificates, [facts, facts]);
  });

  it('reads a DER file', async () => {
    assert.deepEqual((await inspect(new X509Certificate(pem).raw, 'ac.crt')).certificates, [facts]);
  });

  it('names the line of a certificate that is cut or damaged, and reads the others', async () => {
    const damaged = pem.replace('MII', 'AAA');
    assert.deepEqual(await inspect(`${pem}${damaged}`, 'a.pem'), {
      certificates: [facts],
      damage: { code: 'not-well-formed', line: pem.split('\n').length },
    });
    const cut = pem.slice(0, pem.length / 2);
    assert.deepEqual(await inspect(`\n${cut}`, 'a.pem'), { damage: { code: 'truncated', line: 2 } });
  });

  it('takes a text that leaves the certificate out for no damage', async () => {
    for (const inside of [
      '(voir la pièce jointe)',
      '[…]',
      'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBa...',
      'MIID',
    ])
      assert.deepEqual(
        await inspect(`AC : -----BEGIN CERTIFICATE-----\n${inside}\n-----END CERTIFICATE-----\n`, 'ac.txt'),
        {},
        inside,
      );
    const empty = '-----BEGIN CERTIFICATE-----\n(voir)\n-----END CERTIFICATE-----\n';
    assert.equal((await inspect(empty, 'ac.cer')).damage?.code, 'not-well-formed');
  });

  it('finds damage in a file that must be a certificate only', async () => {
    assert.deepEqual(await inspect('bonjour', 'a.crt'), { damage: { code: 'not-well-formed' } });
    const pem = (label: string) => `-----BEGIN ${label}-----\nMIIB\n-----END ${label}-----\n`;
    for (const name of ['a.pem', 'a.cer']) {
      assert.deepEqual(await inspect(pem('CERTIFICATE REQUEST'), name), { insteadOfCertificate: 'request' });
      assert.deepEqual(await inspect(pem('NEW CERTIFICATE REQUEST'), name), { insteadOfCertificate: 'request' });
      assert.deepEqual(await inspect(pem('PKCS7'), name), { insteadOfCertificate: 'pkcs7' });
      assert.deepEqual(await inspect(pem('RSA PRIVATE KEY'), name), { insteadOfCertificate: 'key' });
    }
    const signed = Buffer.from('30820a0006092a864886f70d010702a0820900', 'hex');
    assert.deepEqual(await inspect(signed, 'a.cer'), { insteadOfCertificate: 'pkcs7' });
    assert.deepEqual(await inspect(pem('PUBLIC KEY'), 'a.pem'), {});
    assert.deepEqual(await inspect('bonjour', 'a.pem'), {});
  });
});
