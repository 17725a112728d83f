import assert from 'node:assert/strict';
import { asking } from '../../../../../test/kit/asking-catalogue';
import { file, fires, silent } from '../../../../../test/kit/dossier-kit';
import { evidenceOf } from '../../../../../test/kit/evidence-manifest';
import type { Inspection } from '../../../evidence/inspection';
import { rule } from './rule';

const catalogue = asking(['message_soap_vihf']);
const cited = (...items: readonly string[]) => evidenceOf('INS/va1.56.01.01', ...items);
const holds = (inspection: Inspection) => file({ text: true, inspection });
const request = holds({ xml: { root: { name: 'Envelope' } }, soap: { assertion: true } });
const answer = holds({ xml: { root: { name: 'Envelope' } }, soap: { assertion: false } });

describe(rule.meta.id, () => {
  it('reports messages without assertion, and XML that is no message', async () => {
    const [none] = await fires(rule, { main: cited('fichier: ⟦a.xml⟧'), evidence: { 'a.xml': answer }, catalogue });
    assert.deepEqual([none?.message, none?.severity, none?.effect], ['noAssertion', 'error', 'incomplete']);
    const other = { 'a.xml': holds({ xml: { root: { name: 'Assertion' } } }) };
    const [not] = await fires(rule, { main: cited('fichier: ⟦a.xml⟧'), evidence: other, catalogue });
    assert.equal(not?.message, 'notSoap');
  });

  it('accepts an answer beside its request', async () => {
    const evidence = { 'a.xml': request, 'b.xml': answer };
    await silent(rule, { main: cited('fichier: b.xml', 'fichier: a.xml'), evidence, catalogue });
  });

  it('says nothing of what was not read to its end, and of other proofs', async () => {
    const main = cited('fichier: a.xml');
    const unsure: readonly Inspection[] = [
      { soap: { assertion: false }, partial: true },
      { soap: { assertion: false }, damage: { code: 'truncated' } },
      { text: { encoding: 'utf-8', lines: 3 } },
    ];
    for (const inspection of unsure) await silent(rule, { main, evidence: { 'a.xml': holds(inspection) }, catalogue });
    await silent(rule, { main, evidence: { 'a.xml': file() }, catalogue });
    await silent(rule, { main, catalogue });
    await silent(rule, { main, evidence: { 'a.xml': answer } });
    await silent(rule, { main: cited('lien: "https://exemple.fr"'), catalogue });
  });
});
