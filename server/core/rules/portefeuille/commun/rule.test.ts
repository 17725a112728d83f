import assert from 'node:assert/strict';
import { heldFile, heldManifest, heldPortfolio, type PortfolioKitInput } from '../../../../../test/kit/portfolio-kit';
import { rule } from './rule';

const cite = (digit: string) => `{ fichier: "commun:inscriptions/passi.pdf", sha256: ${digit.repeat(64)} }`;
const portfolio = 'version: 1\ndossiers: [a, b]\ncommun: commun\n';
const files = {
  'a/main.preuves.yaml': heldManifest('A', 'MDV-LGC-Va2', cite('1')),
  'b/main.preuves.yaml': heldManifest('B', 'MDV-LGC-Va2', cite('1')),
};
const piece = 'commun:inscriptions/passi.pdf';

async function found(more: Partial<PortfolioKitInput>) {
  const { findings, workspace, holdings } = await heldPortfolio({ portfolio, files, ...more });
  return {
    workspace,
    holdings,
    own: findings.filter((one) => one.rule === rule.meta.id).map(({ message, args }) => [message, args] as const),
  };
}

describe('portefeuille/commun', () => {
  it('says nothing while the piece is as its dossiers noted it, nor while it is not looked at', async () => {
    const evidence = { [`a|${piece}`]: heldFile('1'), [`b|${piece}`]: heldFile('1') };
    assert.deepEqual((await found({ evidence })).own, []);
    assert.deepEqual((await found({})).own, []);
  });

  it('names the dossiers that rest on a piece that is missing', async () => {
    const evidence = { [`a|${piece}`]: { state: 'absent' }, [`b|${piece}`]: { state: 'absent' } } as const;
    const { own, holdings } = await found({ evidence });
    const dossiers = 'a/main.preuves.yaml, b/main.preuves.yaml';
    assert.deepEqual(own, [['missing', { path: 'inscriptions/passi.pdf', dossiers }]]);
    // Each dossier says it too, at the piece that it cites.
    for (const { analysis } of holdings) assert.ok(analysis.findings.some(({ message }) => message === 'absentCommon'));
  });

  it('names those whose digest differs, and who else rests on the piece', async () => {
    const evidence = { [`a|${piece}`]: heldFile('2'), [`b|${piece}`]: heldFile('2') };
    const other = { ...files, 'b/main.preuves.yaml': heldManifest('B', 'MDV-LGC-Va2', cite('2')) };
    const { own, holdings } = await found({ evidence, files: other });
    assert.deepEqual(own, [
      ['changed', { path: 'inscriptions/passi.pdf', dossiers: 'a/main.preuves.yaml', others: 'b/main.preuves.yaml' }],
    ]);
    const differing = holdings.filter(({ analysis }) =>
      analysis.findings.some((one) => one.rule === 'preuve/empreinte-differente'),
    );
    assert.deepEqual(
      differing.map(({ path }) => path),
      ['a/main.preuves.yaml'],
    );
  });

  it('opens no common folder out of the portfolio, nor one that has a dossier in it', async () => {
    const of = async (commun: string, more: Partial<PortfolioKitInput> = {}) => {
      const { own, holdings } = await found({
        portfolio: `version: 1\ndossiers: [a, b]\ncommun: ${commun}\n`,
        ...more,
      });
      assert.ok(
        holdings.every(({ analysis }) => analysis.dossier.common === undefined),
        commun,
      );
      return own.map(([message]) => message);
    };
    assert.deepEqual(await of('../partage'), ['refused']);
    assert.deepEqual(await of('/partage'), ['refused']);
    assert.deepEqual(await of('a'), ['overlap']);
    assert.deepEqual(await of('a/preuves'), ['overlap']);
    assert.deepEqual(await of('partage', { links: { partage: 'file:///ailleurs' } }), ['outside']);
  });

  it('tells dossiers that cite common pieces where there is no common folder', async () => {
    const { own } = await found({ portfolio: 'version: 1\ndossiers: [a, b]\n' });
    assert.deepEqual(
      own.map(([message]) => message),
      ['undeclared'],
    );
  });

  it('gives the folder to no dossier that the portfolio does not name', async () => {
    const { workspace } = await found({ portfolio: 'version: 1\ndossiers: [a]\ncommun: commun\n' });
    const none = { isCancellationRequested: false };
    assert.ok(await workspace.portfolios.commonFolder('file:///p/a', none));
    assert.equal(await workspace.portfolios.commonFolder('file:///p/b', none), undefined);
    assert.equal(await workspace.portfolios.commonFolder('file:///autre/a', none), undefined);
  });
});
