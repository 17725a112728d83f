import assert from 'node:assert/strict';
import {
  heldFile,
  heldManifest,
  heldPortfolio,
  portfolioUri,
  type PortfolioKitInput,
} from '../../../test/kit/portfolio-kit';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import type { Locale } from '../../core/messages/say';
import { portfolioView } from './portfolio-view';

async function view(input: PortfolioKitInput, locale: Locale = 'fr') {
  return portfolioView(await heldPortfolio(input), locale);
}

const named = 'version: 1\ndossiers: [a, b]\ncommun: commun\n';
const citing = (product: string, ...lines: readonly string[]) => heldManifest(product, 'MDV-LGC-Va2', ...lines);

describe('a portfolio in the tree', () => {
  it('groups the dossiers that it names by product and wave, with what nobody has said', async () => {
    const files = {
      'a/a.preuves.yaml': citing('Alpha'),
      'b/b.preuves.yaml': 'version: 1\ndossier:\n  dispositif: AUTRE\n',
    };
    for (const [locale, labels] of [
      ['fr', ['Alpha', 'Vague 2', 'Logiciel sans nom', 'Vague inconnue']],
      ['en', ['Alpha', 'Wave 2', 'Software without a name', 'Unknown wave']],
    ] as const) {
      const { groups, node } = await view(
        { portfolio: 'version: 1\ndossiers: [a, b]\n', files, catalogues: {} },
        locale,
      );
      assert.deepEqual(
        groups.flatMap((product) => [product.node.label, ...product.groups.map((wave) => wave.node.label)]),
        labels,
      );
      assert.deepEqual(node.children, [], 'they share no piece');
      assert.deepEqual([node.status, node.counts?.total], ['unknown', 0]);
    }
  });

  it('tells of each common piece who rests on it, and of all of them what the worst is', async () => {
    const digest = 'a'.repeat(64);
    const piece = (name: string, more = '') => `{ fichier: "commun:${name}"${more} }`;
    const files = {
      'a/a.preuves.yaml': citing(
        'Alpha',
        piece('same.png'),
        piece('changed.png', `, sha256: ${digest}`),
        piece('new.png'),
      ),
      'b/b.preuves.yaml': citing('Beta', piece('same.png'), piece('gone.png')),
      'commun/same.png': '',
    };
    const evidence: Record<string, EvidenceFile> = Object.fromEntries(
      ['a', 'b'].flatMap((folder): [string, EvidenceFile][] => [
        [`${folder}|commun:same.png`, heldFile('a')],
        [`${folder}|commun:changed.png`, heldFile('b')],
        [`${folder}|commun:gone.png`, { state: 'absent' }],
      ]),
    );
    const { node } = await view({ portfolio: named, files, evidence }, 'en');
    const common = node.children.find(({ kind }) => kind === 'common');
    assert.deepEqual(
      common?.children.map(({ label, status, fileUri }) => [label, status, fileUri?.slice('file:///p/'.length)]),
      [
        ['changed.png', 'incomplete', 'commun/changed.png'],
        ['gone.png', 'incomplete', undefined],
        ['new.png', 'unknown', undefined],
        ['same.png', 'provided', 'commun/same.png'],
      ],
    );
    assert.deepEqual([common.status, common.description], ['incomplete', '4']);
    assert.match(
      common.children.at(-1)?.tooltip ?? '',
      /^- a\/a\.preuves\.yaml: INS\/va1\.56\.01\.01\n- b\/b\.preuves\.yaml: INS\/va1\.56\.01\.01$/,
    );
    const alone = {
      ...files,
      'a/a.preuves.yaml': citing('Alpha', piece('same.png')),
      'b/b.preuves.yaml': citing('Beta'),
    };
    const good = await view({ portfolio: named, files: alone, evidence });
    const [told] = good.node.children.filter(({ kind }) => kind === 'common');
    assert.deepEqual([told?.status, told?.children[0]?.tooltip], ['provided', '- a/a.preuves.yaml : INS/va1.56.01.01']);
  });

  it('that was not read is shown with what is wrong', async () => {
    const { node, groups } = await view({
      portfolio: 'version: 1\n',
      faults: { 'portefeuille.yaml': { kind: 'unreadable', reason: 'EACCES' } },
    });
    assert.deepEqual(groups, []);
    assert.equal(node.children.length, 1);
    const [problem] = node.children;
    assert.deepEqual(problem?.place, {
      uri: portfolioUri,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
    assert.match(problem.label, /EACCES/);
  });
});
