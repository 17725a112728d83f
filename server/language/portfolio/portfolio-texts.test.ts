import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { heldManifest, heldPortfolio, portfolioUri, type PortfolioKitInput } from '../../../test/kit/portfolio-kit';
import type { Locale } from '../../core/messages/say';
import { completePortfolio } from './portfolio-completion';
import { hoverPortfolio } from './portfolio-hover';

const choices = {
  locale: 'fr',
  mains: ['a/a.preuves.yaml', 'b/one.preuves.yaml', 'b/two.preuves.yaml', 'top.preuves.yaml'],
  named: new Set(['a/a.preuves.yaml']),
  folders: ['b', 'commun'],
} as const;

function offered(marked: string) {
  const text = marked.replace('‸', '');
  const document = TextDocument.create(portfolioUri, 'yaml', 1, text);
  const { items } = completePortfolio(document, marked.indexOf('‸'), choices);
  const take = (label: string) => {
    const edit = items.find((one: CompletionItem) => one.label === label)?.textEdit;
    assert.ok(edit && 'range' in edit, `${label} is not offered`);
    return TextDocument.applyEdits(document, [edit]);
  };
  return { labels: items.map(({ label }) => label), take };
}

async function told(marked: string, input: Omit<PortfolioKitInput, 'portfolio'> = {}, locale: Locale = 'fr') {
  const text = marked.replace('‸', '');
  const { portfolio, holdings } = await heldPortfolio({ ...input, portfolio: text });
  const document = TextDocument.create(portfolioUri, 'yaml', 1, text);
  const contents = hoverPortfolio(document, marked.indexOf('‸'), portfolio, holdings, locale)?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

describe('completion of a portfolio', () => {
  it('writes the keys that are not there yet, a list with its first dash', () => {
    const { labels, take } = offered('version: 1\n‸');
    assert.deepEqual(labels, ['dossiers', 'commun']);
    assert.equal(take('dossiers'), 'version: 1\ndossiers:\n  - ');
    assert.equal(take('commun'), 'version: 1\ncommun: ');
    assert.equal(offered('version: 1\ncom‸').take('commun'), 'version: 1\ncommun: ');
  });

  it('changes a key and keeps the colon and the value that stand there', () => {
    const { labels, take } = offered('version: 1\ncom‸: x\n');
    assert.deepEqual(labels, ['dossiers', 'commun']);
    assert.equal(take('commun'), 'version: 1\ncommun: x\n');
    assert.equal(offered('ver‸sion: 1\n').take('version'), 'version: 1\n');
  });

  it('writes dossiers by their folder, by their manifest where the folder has several or none', () => {
    for (const marked of ['dossiers:\n  - ‸', 'dossiers: [‸]', 'dossiers:\n  ‸']) {
      const { labels, take } = offered(marked);
      assert.deepEqual(labels, ['b/one.preuves.yaml', 'b/two.preuves.yaml', 'top.preuves.yaml'], marked);
      assert.equal(take('top.preuves.yaml'), marked.replace('‸', 'top.preuves.yaml'));
    }
    assert.equal(offered('dossiers: [a, to‸x, c]').take('top.preuves.yaml'), 'dossiers: [a, top.preuves.yaml, c]');
  });

  it('writes the version, folders for the common one, and nothing under a key that it does not know', () => {
    assert.equal(offered('version: ‸\n').take('1'), 'version: 1\n');
    assert.deepEqual(offered('commun: ‸').labels, ['b', 'commun']);
    assert.deepEqual(offered('autre: ‸').labels, []);
    assert.deepEqual(offered('  ‸').labels, ['version', 'dossiers', 'commun'], 'nothing stands above');
  });
});

describe('hover in a portfolio', () => {
  const files = {
    'a/a.preuves.yaml': heldManifest('Alpha', 'MDV-LGC-Va2'),
    'b/b.preuves.yaml': 'version: 1\ndossier:\n  dispositif: AUTRE\n',
  };

  it('tells of a dossier its figures, in both languages, and what is not known of one', async () => {
    assert.match((await told('dossiers: [‸a, b]\n', { files })) ?? '', /^\*\*Alpha\*\* · .*0\/7 fournies/);
    const unknown = { files, catalogues: {} };
    assert.match((await told('dossiers: [a, ‸b]\n', unknown)) ?? '', /^\*\*Logiciel sans nom\*\* · inconnu/);
    assert.match(
      (await told('dossiers: [a, ‸b]\n', unknown, 'en')) ?? '',
      /^\*\*Software without a name\*\* · unknown/,
    );
  });

  it('tells what a key is for, where it stands, and nothing elsewhere', async () => {
    assert.match((await told('dossiers: [a]\nco‸mmun: commun\n', { files })) ?? '', /^\*\*commun\*\*\n\n/);
    for (const marked of ['autre‸: x\n', 'version: ‸1\n', '# un mot‸\n', 'dossiers: [a, z‸]\n', 'toString‸: 1\n'])
      assert.equal(await told(marked, { files }), undefined, marked);
  });

  it('tells of the common folder, of which no piece may be cited', async () => {
    assert.equal(await told('dossiers: [a]\ncommun: com‸mun\n', { files }), '**Pièces communes**');
  });
});
