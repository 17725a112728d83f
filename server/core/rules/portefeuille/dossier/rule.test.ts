import assert from 'node:assert/strict';
import { heldManifest, heldPortfolio, type PortfolioKitInput } from '../../../../../test/kit/portfolio-kit';
import { rule } from './rule';

const main = heldManifest('A', 'MDV-LGC-Va2');
const files = { 'a/main.preuves.yaml': main, 'b/main.preuves.yaml': main };

async function found(dossiers: readonly string[], more: Omit<PortfolioKitInput, 'portfolio'> = {}) {
  const portfolio = `version: 1\ndossiers:\n${dossiers.map((one) => `  - ${one}\n`).join('')}`;
  const { findings, portfolio: read, holdings } = await heldPortfolio({ files, ...more, portfolio });
  return {
    findings: findings
      .filter((one) => one.rule === rule.meta.id)
      .map(({ message, range }) => [message, read.parsed?.text.slice(range.start, range.end)]),
    held: holdings.map(({ path }) => path),
  };
}

describe('portefeuille/dossier', () => {
  it('takes folders and main manifests, with accents and spaces in their names', async () => {
    const accented = { ...files, 'Médecine générale/vague 2/né.preuves.yaml': main };
    assert.deepEqual(await found(['a', 'b/main.preuves.yaml', '"Médecine générale/vague 2"'], { files: accented }), {
      findings: [],
      held: ['a/main.preuves.yaml', 'b/main.preuves.yaml', 'Médecine générale/vague 2/né.preuves.yaml'],
    });
  });

  it('says of one that is broken why, and does not hide the others', async () => {
    const result = await found(['a', 'nulle-part', '../dehors', 'C:\\dossiers\\a', 'b']);
    assert.deepEqual(result.findings, [
      ['absent', 'nulle-part'],
      ['refused', '../dehors'],
      ['refused', 'C:\\dossiers\\a'],
    ]);
    assert.deepEqual(result.held, ['a/main.preuves.yaml', 'b/main.preuves.yaml']);
  });

  it('tells a fragment, two manifests in one folder and a dossier that is named twice', async () => {
    const more = { ...files, 'a/f.preuves.yaml': 'version: 1\nexigences: {}\n', 'b/autre.preuves.yaml': main };
    const result = await found(['a/f.preuves.yaml', 'b', 'a', './a/'], { files: more });
    assert.deepEqual(result.findings, [
      ['fragment', 'a/f.preuves.yaml'],
      ['several', 'b'],
      ['twice', './a/'],
    ]);
    assert.deepEqual(result.held, ['a/main.preuves.yaml']);
  });

  it('says the same of one that is named by its main manifest', async () => {
    const result = await found(
      ['a/main.preuves.yaml', 'b/main.preuves.yaml', 'c/main.preuves.yaml', 'd/m.preuves.yaml'],
      {
        faults: { 'a/main.preuves.yaml': { kind: 'unreadable', reason: 'EIO' } },
        links: {
          'c/main.preuves.yaml': 'file:///ailleurs/main.preuves.yaml',
          'd/m.preuves.yaml': 'file:///p/b/main.preuves.yaml',
        },
        files,
      },
    );
    assert.deepEqual(result.findings, [
      ['unread', 'a/main.preuves.yaml'],
      ['outside', 'c/main.preuves.yaml'],
      ['unread', 'd/m.preuves.yaml'],
    ]);
    const folder = await found(['d', 'e/m.preuves.yaml'], {
      links: { 'd/m.preuves.yaml': 'file:///p/b/main.preuves.yaml' },
    });
    assert.deepEqual(folder.findings, [
      ['unread', 'd'],
      ['absent', 'e/m.preuves.yaml'],
    ]);
  });

  it('opens no dossier that cannot be read, or that a link leads out of the portfolio to', async () => {
    const result = await found(['a', 'b', 'c'], {
      faults: { 'a/main.preuves.yaml': { kind: 'unreadable', reason: 'EIO' } },
      links: { c: 'file:///ailleurs' },
      files: { ...files, '../ailleurs/main.preuves.yaml': main, 'c/main.preuves.yaml': main },
    });
    assert.deepEqual(result.findings, [
      ['unread', 'a'],
      ['outside', 'c'],
    ]);
    assert.deepEqual(result.held, ['b/main.preuves.yaml']);
  });
});
