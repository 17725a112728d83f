import assert from 'node:assert/strict';
import { heldFile, heldManifest, heldPortfolio } from '../../../test/kit/portfolio-kit';
import { portfolioHtml, portfolioMarkdown } from './portfolio-pages';
import { portfolioJson, portfolioReport, portfolioTables } from './portfolio-report';

async function report() {
  const { holdings } = await heldPortfolio({
    portfolio: 'version: 1\ndossiers: [b, a]\ncommun: commun\n',
    files: {
      'a/main.preuves.yaml': heldManifest(
        'Aéro | <b>',
        'MDV-LGC-Va2',
        '{ fichier: "commun:x.png", date: 2026-11-20 }',
        '{ fichier: preuves/y.png }',
      ),
      'b/main.preuves.yaml': heldManifest('Zèbre', 'MDV-LGC-Va2', '{ fichier: "commun:x.png", date: 2026-10-31 }'),
    },
    evidence: { 'a|commun:x.png': heldFile('1'), 'b|commun:x.png': heldFile('1') },
  });
  const more = { locale: 'fr', toolVersion: '1', date: '2026-11-30', offers: [], problems: ['rien'] } as const;
  return portfolioReport(holdings, more);
}

describe('report of a portfolio', () => {
  it('has the dossiers by product, with versions and the age of their pieces', async () => {
    const { dossiers } = await report();
    assert.deepEqual(
      dossiers.map(({ path, product, wave, oldest, newest, age, undated }) => ({
        ...{ path, product, wave, oldest, newest, age, undated },
      })),
      [
        {
          ...{
            path: 'a/main.preuves.yaml',
            product: 'Aéro | <b>',
            wave: 2,
            oldest: '2026-11-20',
            newest: '2026-11-20',
          },
          ...{ age: 10, undated: 1 },
        },
        {
          ...{ path: 'b/main.preuves.yaml', product: 'Zèbre', wave: 2, oldest: '2026-10-31', newest: '2026-10-31' },
          ...{ age: 30, undated: 0 },
        },
      ],
    );
  });

  it('names the dossiers that rest on each common piece', async () => {
    const [piece, ...others] = (await report()).common;
    assert.deepEqual(others, []);
    assert.equal(piece?.path, 'x.png');
    assert.deepEqual(
      piece.users.map(({ dossier, ids }) => [dossier, ids]),
      [
        ['b/main.preuves.yaml', ['INS/va1.56.01.01']],
        ['a/main.preuves.yaml', ['INS/va1.56.01.01']],
      ],
    );
  });

  it('says the same in each form, with nothing of a dossier taken for markup', async () => {
    const read = await report();
    const [html, markdown] = [portfolioHtml(read), portfolioMarkdown(read)];
    assert.ok(html.includes('Aéro | &#60;b&#62;') && !html.includes('<b>'));
    assert.ok(markdown.includes('Aéro \\| \\<b\\>'));
    assert.equal(portfolioTables(read)[0]?.rows.length, 2);
    const json = JSON.parse(JSON.stringify(portfolioJson(read))) as {
      dossiers: { dossier: string }[];
      version: number;
    };
    assert.equal(json.version, 1);
    assert.deepEqual(
      json.dossiers.map(({ dossier }) => dossier),
      ['a/main.preuves.yaml', 'b/main.preuves.yaml'],
    );
  });
});
