import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../../core/evidence/inspection';
import { neverCancelled } from '../../core/ports/cancellation';
import { memorySource } from './evidence-source';
import { inspectSoap } from './inspect-soap';
import { defaultLimits } from './limits';

const message = readFileSync(join('test', 'fixtures', 'evidence', 'soap-vihf.xml'), 'utf8');
const inspect = (content: string): Promise<Partial<Inspection>> =>
  inspectSoap(memorySource(Buffer.from(content), { name: 'journal.txt' }), defaultLimits, neverCancelled);
const facts = {
  assertion: true,
  action: 'urn:ihe:iti:2007:RegistryStoredQuery',
  issuer: 'CN=Structure de test',
};

describe('inspecting SOAP messages in a text', () => {
  it('finds one after HTTP headers or in a multipart message', async () => {
    assert.deepEqual(await inspect(`POST /dmp HTTP/1.1\nHost: exemple.test\n\n${message}`), { soap: facts });
    assert.deepEqual(await inspect(`--uuid:1\nContent-Type: application/xop+xml\n\n${message}\n--uuid:1--`), {
      soap: facts,
    });
  });

  it('prefers the one that has an assertion', async () => {
    const plain = '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body/></S:Envelope>';
    assert.deepEqual(await inspect(`requête\n${plain}\n${message}`), { soap: facts });
    assert.deepEqual(await inspect(`réponse\n${plain}`), { soap: { assertion: false } });
  });

  it('leaves a document, a cut message and other envelopes alone', async () => {
    assert.deepEqual(await inspect(message), {});
    assert.deepEqual(await inspect(`log ${message.slice(0, 400)}`), {});
    assert.deepEqual(await inspect('voir <Envelope>rien</Envelope>'), {});
    assert.deepEqual(await inspect(`x ${'<Envelope '.repeat(50_000)}`), {});
  });
});
