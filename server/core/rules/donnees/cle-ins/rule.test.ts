import assert from 'node:assert/strict';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { IdentifierSighting } from '../../../evidence/inspection';
import { rule } from './rule';

const system = '1.2.250.1.213.1.4.10';
const holds = (...identifiers: readonly IdentifierSighting[]) => ({ 'a.hl7': file({ inspection: { identifiers } }) });

describe(rule.meta.id, () => {
  it('reports a wrong key, with the right one, and a missing one', async () => {
    const wrong = holds({ value: '279035121518988', system, key: 'wrong', where: 'PID-3' });
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence: wrong });
    assert.deepEqual([found?.message, found?.args['key'], found?.effect], ['wrong', '89', 'review']);
    assert.equal(found?.args['seenFr'], '279…88 (PID-3)');
    const missing = holds({ value: '2790351215189', system, key: 'missing' });
    const [other] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence: missing });
    assert.equal(other?.message, 'missing');
  });

  it('says nothing of right keys, nor of numbers without an OID', async () => {
    const main = cites('a.hl7');
    await silent(rule, { main, evidence: holds({ value: '279035121518989', system }) });
    await silent(rule, { main, evidence: holds({ value: '2790351215189', key: 'missing' }) });
    await silent(rule, { main, evidence: { 'a.hl7': file() } });
  });
});
