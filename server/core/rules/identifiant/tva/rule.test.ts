import assert from 'node:assert/strict';
import { fires, manifest, silent } from '../../../../../test/kit/dossier-kit';
import { rule } from './rule';

const of = (number: string, siret = '"55208131766522"') =>
  manifest('').replace('  siret: "73282932000074"', `  siret: ${siret}\n  tva_intracommunautaire: ${number}`);

describe(rule.meta.id, () => {
  it('reports a number that cannot be one, or is another company’s', async () => {
    for (const [number, message, severity] of [
      ['⟦FR04552081317⟧', 'key', 'error'],
      ['⟦FR03552081318⟧', 'siren', 'error'],
      ['⟦FR 03 552081317⟧', 'form', 'error'],
    ] as const) {
      const [found] = await fires(rule, { main: of(number) });
      assert.deepEqual([found?.message, found?.severity], [message, severity]);
    }
    const [other] = await fires(rule, { main: of('⟦FR03552081317⟧', '"73282932000074"') });
    assert.deepEqual([other?.message, other?.severity], ['otherCompany', 'warning']);
  });

  it('accepts a good one, beside its SIRET, without or with one that is none; and none', async () => {
    await silent(rule, { main: of('FR03552081317') });
    await silent(rule, { main: of('FR03552081317', '') });
    await silent(rule, { main: of('FR03552081317', '123') });
    await silent(rule, { main: of('') });
    await silent(rule, { main: manifest('') });
  });
});
