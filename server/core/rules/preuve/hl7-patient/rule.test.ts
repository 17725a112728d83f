import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { LocatedIdentifier } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['dump_hl7']);
const ins = '279035121518989';
const message = (...identifiers: readonly LocatedIdentifier[]) =>
  file({ text: true, inspection: { hl7: { messages: [{ segments: ['MSH', 'PID'], patient: { identifiers } }] } } });
const none = file({ text: true, inspection: { hl7: { messages: [] } } });

describe(rule.meta.id, () => {
  it('reports a file without message', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence: { 'a.hl7': none }, catalogue });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['noMessage', 'error', 'incomplete']);
  });

  it('reports an INS without OID', async () => {
    const evidence = { 'a.hl7': message({ value: 'IPP-42' }, { value: ins, line: 3 }) };
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence, catalogue: asking(['log_message_hl7']) });
    assert.deepEqual([found?.message, found?.severity, found?.args['line']], ['noOid', 'warning', 3]);
  });

  it('reports an INS with its OID whose identity is not qualified', async () => {
    const said = (...reliability: readonly string[]) => {
      const patient = { identifiers: [{ value: ins, system: '1.2.250.1.213.1.4.10' }] };
      const messages = [{ segments: ['MSH', 'PID'], patient, ...(reliability.length > 0 && { reliability }) }];
      return { 'a.hl7': file({ text: true, inspection: { hl7: { messages } } }) };
    };
    const [found] = await fires(rule, { main: cites('⟦a.hl7⟧'), evidence: said('PROV', 'FICTI'), catalogue });
    assert.deepEqual([found?.message, found?.severity, found?.effect], ['reliability', 'info', undefined]);
    assert.equal(found?.args['value'], 'PROV, FICTI');
    await silent(rule, { main: cites('a.hl7'), evidence: said('FICTI', 'VALI'), catalogue });
    await silent(rule, { main: cites('a.hl7'), evidence: said(), catalogue });
    const without = file({
      text: true,
      inspection: { hl7: { messages: [{ segments: ['MSH'], reliability: ['PROV'] }] } },
    });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': without }, catalogue });
  });

  it('accepts a qualified INS, other numbers, journals and other proofs', async () => {
    const qualified = message({ value: ins, system: '1.2.250.1.213.1.4.10' }, { value: '123456' });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': qualified }, catalogue });
    await silent(rule, { main: cites('a.log'), evidence: { 'a.log': none }, catalogue });
    const unread = file({ text: true, inspection: { hl7: { messages: [] }, partial: true } });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': unread }, catalogue });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': file({ text: true }) }, catalogue });
    await silent(rule, { main: cites('a.hl7'), catalogue });
    await silent(rule, { main: cites('a.hl7'), evidence: { 'a.hl7': none }, catalogue: asking(['log']) });
  });
});
