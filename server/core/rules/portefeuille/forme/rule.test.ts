import assert from 'node:assert/strict';
import { heldManifest, heldPortfolio } from '../../../../../test/kit/portfolio-kit';
import { rule } from './rule';

const files = { 'a/main.preuves.yaml': heldManifest('A', 'MDV-LGC-Va2') };

async function found(portfolio: string) {
  const { findings, portfolio: read } = await heldPortfolio({ portfolio, files });
  const own = findings.filter((one) => one.rule === rule.meta.id);
  return own.map(({ message, range }) => [message, read.parsed?.text.slice(range.start, range.end)]);
}

describe('portefeuille/forme', () => {
  it('says nothing of a portfolio as it should be, with either line end', async () => {
    assert.deepEqual(await found('version: 1\ndossiers:\n  - a\n'), []);
    assert.deepEqual(await found('version: 1\r\ndossiers: [a]\r\ncommun: commun\r\n'), []);
  });

  it('tells keys that are not known, not there or written twice, each at its place', async () => {
    assert.deepEqual(await found('version: 1\ndossiers: [a]\ndosiers: [b]\n'), [['unknownKey', 'dosiers']]);
    const [missing] = await found('dossiers: [a]\n');
    assert.equal(missing?.[0], 'missingKey');
    assert.deepEqual((await found('version: 1\ndossiers: [a]\ncommun: x\ncommun: y\n'))[0]?.[0], 'duplicateKey');
  });

  it('tells another version, and what is of another sort', async () => {
    assert.deepEqual(await found('version: 2\ndossiers: [a]\n'), [['badValue', '2']]);
    assert.equal((await found('version: 1\ndossiers: a\n'))[0]?.[0], 'wrongType');
    assert.equal((await found('version: 1\ndossiers:\n  - { chemin: a }\n'))[0]?.[0], 'wrongType');
  });

  it('tells a portfolio without dossiers, and one that is no YAML', async () => {
    assert.deepEqual(
      (await found('version: 1\ndossiers: []\n')).map(([message]) => message),
      ['empty'],
    );
    assert.ok((await found('version: 1\ndossiers: [a\n')).some(([message]) => message === 'syntax'));
    assert.ok((await found('')).length > 0);
  });

  it('tells one that cannot be read', async () => {
    const { findings, portfolio } = await heldPortfolio({
      portfolio: '',
      faults: { 'portefeuille.yaml': { kind: 'unreadable', reason: 'EACCES' } },
    });
    assert.equal(portfolio.parsed, undefined);
    assert.deepEqual(
      findings.map(({ rule: id, message }) => [id, message]),
      [[rule.meta.id, 'unreadable']],
    );
  });
});
