import assert from 'node:assert/strict';
import { heldFile, heldManifest, heldPortfolio } from '../../../test/kit/portfolio-kit';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { portfolioHtml, portfolioMarkdown } from './portfolio-pages';
import type { Offer } from './offers';
import { commonState, inGroups, portfolioJson, portfolioReport, portfolioTables } from './portfolio-report';

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

  it('has what is not known as not known: no name, no wave, no catalogue, nothing to sum up', async () => {
    const unnamed = heldManifest('', 'MDV-LGC-Va2').replace('  nom: \n', '');
    const { holdings } = await heldPortfolio({
      portfolio: 'version: 1\ndossiers: [a, b, c]\n',
      files: {
        'a/main.preuves.yaml': unnamed,
        'b/main.preuves.yaml': heldManifest('Zèbre', 'INCONNU'),
        'c/main.preuves.yaml': heldManifest('Zèbre', 'MDV-LGC-Va2'),
      },
      catalogues: { 'MDV-LGC-Va2': { ...smallCatalogue, dispositif: { id: 'MDV-LGC-Va2' } } },
    });
    const paths = ['c/main.preuves.yaml', 'b/main.preuves.yaml', 'a/main.preuves.yaml'];
    assert.deepEqual(
      inGroups(holdings).map(({ path }) => path),
      paths,
    );
    const more = { toolVersion: '1', date: '2026-11-30', offers: [], problems: [] } as const;
    const read = portfolioReport(holdings, { ...more, locale: 'en' });
    assert.deepEqual(
      read.dossiers.map(({ product, wave }) => [product, wave]),
      [
        ['Zèbre', 2],
        ['Zèbre', undefined],
        [undefined, 2],
      ],
    );
    assert.deepEqual(
      portfolioTables(read).map(({ title }) => title),
      ['Dossiers', 'Versions and freshness'],
    );
    const json = portfolioJson(read) as { dossiers: { status: unknown; counts: unknown }[] };
    assert.deepEqual([json.dossiers[1]?.status, json.dossiers[1]?.counts], [null, null]);
    const row = portfolioMarkdown(read)
      .split('\n')
      .find((line) => line.includes('INCONNU'));
    assert.match(row ?? '', /^\| Zèbre \| {2}\| b\/main\.preuves\.yaml \| INCONNU \| Unknown \| {2}\|/i);
  });

  it('says of a common piece what is known of it, and which proofs and statements rest on it', async () => {
    const aside = (path: string) =>
      `    non_applicable:\n      justification: sans objet\n      declaration: "${path}"\n`;
    const core = 'scenarios:\n  SCN_DB/CO.01:\n    non_applicable: { justification: x, declaration: "commun:b.pdf" }\n';
    const noted = `{ fichier: "commun:a.png", sha256: ${'2'.repeat(64)} }`;
    const { holdings, findings } = await heldPortfolio({
      portfolio: 'version: 1\ndossiers: [a, b]\ncommun: commun\n',
      files: {
        'a/main.preuves.yaml':
          heldManifest('A', 'MDV-LGC-Va2', noted, '{ fichier: "commun:../x.png" }', '{ fichier: "commun:c.png" }') +
          aside('commun:b.pdf') +
          core,
        'b/main.preuves.yaml': heldManifest('B', 'MDV-LGC-Va2', '{ lien: "https://a.fr" }') + aside('na.pdf'),
      },
      evidence: { 'a|commun:a.png': heldFile('1'), 'a|commun:b.pdf': { state: 'absent' } },
    });
    const { common } = portfolioReport(holdings, {
      locale: 'fr',
      toolVersion: '1',
      date: '',
      offers: [],
      problems: [],
    });
    assert.deepEqual(
      common.map((piece) => [
        piece.path,
        commonState(piece, 'fr'),
        commonState(piece, 'en'),
        piece.users.flatMap(({ ids }) => ids),
      ]),
      [
        ['a.png', 'modifiée', 'changed', ['INS/va1.56.01.01']],
        ['b.pdf', 'manque', 'missing', ['INS/va1.56', 'SCN_DB/CO.01']],
        ['c.png', 'pas encore examinée', 'not looked at yet', ['INS/va1.56.01.01']],
      ],
    );
    const [changed] = findings.filter(({ message }) => message === 'changed');
    assert.deepEqual(changed?.args, { path: 'a.png', dossiers: 'a/main.preuves.yaml', others: '–' });
  });

  it('explains what could serve elsewhere, above the pieces', async () => {
    const place = { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', proof: 'INS/va1.56.01.01' };
    const offer: Offer = {
      ...{ id: '0123456789ab', reason: 'sameSocle', path: 'preuves/x.png', sha256: '1'.repeat(64), date: '2026-11-02' },
      ...{ from: { dossier: 'a', ...place }, to: { dossier: 'b', ...place } },
    };
    const markdown = portfolioMarkdown({ ...(await report()), offers: [offer] });
    const [, section = ''] = markdown.split('## Ce qui pourrait servir ailleurs\n\n');
    assert.match(section, /^Proposé, jamais supposé : /);
    assert.match(
      section,
      /\n\| 0123456789ab \| preuves\/x\.png \| a · INS\/va1\.56 · INS\/va1\.56\.01\.01 \| b · .* \| même identifiant de socle, texte à comparer \| 2026-11-02 \| {2}\|\n/,
    );
    assert.ok(portfolioHtml({ ...(await report()), offers: [offer] }).includes('<p>Proposé, jamais supposé'));
  });
});
