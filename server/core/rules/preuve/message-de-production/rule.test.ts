import assert from 'node:assert/strict';
import { file, fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { cites } from '../../../../../test/kit/evidence-manifest';
import type { Hl7MessageFacts } from '../../../evidence/inspection';
import { rule } from './rule';

const message = (more: Partial<Hl7MessageFacts>): Hl7MessageFacts => ({
  type: 'ADT^A31',
  segments: ['MSH', 'PID'],
  ...more,
});
const of = (...identifiers: { value: string; system?: string }[]) =>
  message({ production: true, patient: { identifiers } });
const holding = (...messages: Hl7MessageFacts[]) => ({ a: file({ text: true, inspection: { hl7: { messages } } }) });

describe(rule.meta.id, () => {
  it('hints at a message of production whose patient is no known test patient', async () => {
    const [found] = await fires(rule, { main: cites('⟦a⟧'), evidence: holding(of({ value: '405660' })) });
    assert.deepEqual([found?.severity, found?.args['type']], ['info', 'ADT^A31']);
    const second = holding(of({ value: '279035121518989' }), of({ value: '1' }));
    await fires(rule, { main: cites('⟦a⟧'), evidence: second });
  });

  it('accepts other processing, test patients, declared ones, and messages without a patient', async () => {
    await silent(rule, { main: cites('a'), evidence: holding(message({ patient: { identifiers: [] } })) });
    await silent(rule, { main: cites('a'), evidence: holding(of({ value: '279035121518989' })) });
    const test = of({ value: '1' }, { value: '100', system: '1.2.250.1.213.1.4.10' });
    await silent(rule, { main: cites('a'), evidence: holding(test) });
    await silent(rule, { main: cites('a'), evidence: holding(message({ production: true })) });
    const main = cites('a').replace('  depot_vise', '  identites_de_test: [{ ins: "190010100100175" }]\n  depot_vise');
    assert.notEqual(main, manifest(''));
    await silent(rule, { main, evidence: holding(of({ value: '190010100100175' })) });
  });
});
