import assert from 'node:assert/strict';
import { readFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionList, DocumentLink, Hover, MarkupContent, WorkspaceEdit } from 'vscode-languageserver/node';
import { complianceRequest, type ComplianceView } from '../../protocol/requests/compliance';
import type { ViewGroup } from '../../protocol/compliance-view';
import { checkRequest } from '../../protocol/requests/check';
import type { OffersView } from '../../protocol/requests/offers';
import type { AttachResult } from '../../protocol/requests/attach';
import { TestClient } from './protocol-kit';

const png = readFileSync('examples/moncabinet/preuves/psc/INS-PSC.01.01.01-appel-insi.png');

function manifest(dispositif: string, product: string, piece?: string): string {
  return `version: 1
dossier:
  dispositif: ${dispositif}
editeur:
  denomination: Éditeur Exemple
  siret: "73282932000074"
logiciel:
  nom: ${product}
  version: "1.0"
exigences:
  INS/va1.03:
${piece === undefined ? '' : '    empreinte: 1a42fd74\n'}    scenarios:
      INS/va1.03.01:
        preuves:
          INS/va1.03.01.01:${piece === undefined ? ' []\n' : `\n            - fichier: ${piece}\n              date: 2026-11-02\n`}`;
}

const lgc = 'cabinet/lgc.preuves.yaml';
const ris = 'imagerie/ris.preuves.yaml';
const held = 'version: 1\ndossiers:\n  - cabinet\n  - imagerie\ncommun: commun\n';

describe('a portfolio in an editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  const start = async (files: Record<string, string | Buffer> = {}, diagnostics: 'pull' | 'push' = 'pull') => {
    client = await TestClient.start({
      diagnostics,
      files: {
        'portefeuille.yaml': held,
        [lgc]: manifest('MDV-LGC-Va1', 'MonCabinet', '"commun:écran.png"'),
        [ris]: manifest('RAD-RIS-Va1', 'MonImagerie'),
        'commun/écran.png': png,
        ...files,
      },
    });
  };
  const at = (what: string) => ({
    textDocument: { uri: client.uri('portefeuille.yaml') },
    position: client.after('portefeuille.yaml', what),
  });
  const compliance = () => client.request<ComplianceView>(complianceRequest.method, { groupBy: 'chapter' });
  afterEach(() => client.stop());

  it('has its own findings, which follow what is typed', async () => {
    await start();
    await client.open('portefeuille.yaml');
    assert.deepEqual(await client.codes('portefeuille.yaml'), []);
    await client.edit('portefeuille.yaml', '  - imagerie', '  - imagerie\n  - nulle-part');
    assert.deepEqual(await client.codes('portefeuille.yaml'), ['portefeuille/dossier']);
    await client.edit('portefeuille.yaml', 'nulle-part', 'imagerie');
    const [twice] = await client.diagnostics('portefeuille.yaml');
    assert.match(JSON.stringify(twice), /déjà nommé/);
    assert.deepEqual(twice?.range.start, { line: 4, character: 4 });
    await client.close('portefeuille.yaml');
  });

  it('takes the common folder from the text in the editor: dossiers follow', async () => {
    await start();
    await client.open('portefeuille.yaml');
    await client.open(lgc);
    const isFound = async () => !(await client.codes(lgc)).includes('preuve/fichier-introuvable');
    await client.request(checkRequest.method, {});
    assert.ok(await isFound());
    await client.edit('portefeuille.yaml', 'commun: commun', 'commun: ailleurs');
    await client.until('the piece is missed', async () => !(await isFound()));
    await client.until('the portfolio says so', async () =>
      (await client.codes('portefeuille.yaml')).includes('portefeuille/commun'),
    );
    await client.edit('portefeuille.yaml', 'commun: ailleurs', 'commun: commun');
    await client.until('the piece is back', isFound);
  });

  it('follows the common folder on disk, and watches it', async () => {
    await start();
    await client.open(lgc);
    await client.request(checkRequest.method, {});
    rmSync(join(client.folder, 'commun/écran.png'));
    await client.filesChanged(['commun/écran.png', 'deleted']);
    await client.until('the piece is missed', async () =>
      (await client.codes(lgc)).includes('preuve/fichier-introuvable'),
    );
    const watched = JSON.stringify(client.registrations);
    assert.ok(watched.includes(client.uri('commun')), 'the common folder is watched');
    assert.ok(watched.includes('portefeuille.yaml'));
  });

  it('is told to an editor that pulls nothing, also while it is closed', async () => {
    await start({ 'portefeuille.yaml': held.replace('imagerie', 'nulle-part') }, 'push');
    await client.until('it is pushed', () => (client.pushed('portefeuille.yaml')?.diagnostics.length ?? 0) > 0);
    client.write('portefeuille.yaml', held);
    await client.filesChanged(['portefeuille.yaml', 'changed']);
    await client.until('it is taken back', () => client.pushed('portefeuille.yaml')?.diagnostics.length === 0);
  });

  it('completes keys, dossiers that are not named yet and folders', async () => {
    await start({ 'portefeuille.yaml': 'version: 1\ndossiers:\n  - cabinet\n  - \n' });
    await client.open('portefeuille.yaml');
    const labels = async (what: string) =>
      (await client.request<CompletionList>('textDocument/completion', at(what))).items.map(({ label }) => label);
    assert.deepEqual(await labels('  - cabinet\n  - '), ['imagerie']);
    await client.edit('portefeuille.yaml', '  - \n', '  - imagerie\n');
    assert.deepEqual(await labels('- imagerie\n'), ['commun']);
    await client.edit('portefeuille.yaml', '- imagerie\n', '- imagerie\ncommun: \n');
    assert.deepEqual(await labels('commun: '), ['cabinet', 'commun', 'imagerie']);
  });

  it('says on hover what a dossier is and how old, and opens it at a click', async () => {
    await start();
    await client.open('portefeuille.yaml');
    await client.request(checkRequest.method, {});
    const text = async (what: string) => {
      const found = await client.request<Hover | null>('textDocument/hover', at(what));
      return (found?.contents as MarkupContent | undefined)?.value ?? '';
    };
    assert.match(await text('- cab'), /MonCabinet[^]*1\/162[^]*2026-11-02/);
    assert.match(await text('commun: com'), /écran\.png · présente · cabinet\/lgc\.preuves\.yaml/);
    assert.match(await text('doss'), /Les dossiers du portefeuille/);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: client.uri('portefeuille.yaml') },
    });
    assert.deepEqual(
      links.map(({ target }) => target),
      [client.uri(lgc), client.uri(ris)],
    );
  });

  it('offers the pieces of the common folder where a manifest cites a file, and leads to them', async () => {
    await start({ [lgc]: manifest('MDV-LGC-Va1', 'MonCabinet', '"commun:écran.png"') });
    await client.open(lgc);
    await client.request(checkRequest.method, {});
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: client.uri(lgc) },
    });
    assert.ok(links.some(({ target }) => target === client.uri('commun/écran.png')));
    await client.open(ris);
    await client.edit(ris, 'INS/va1.03.01.01: []', 'INS/va1.03.01.01:\n            - fichier: ');
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: client.uri(ris) },
      position: client.after(ris, 'fichier: '),
    });
    assert.ok(list.items.some(({ label }) => label === 'commun:écran.png'));
  });

  it('groups its dossiers in the tree by product and wave, and shows what they share', async () => {
    await start({
      'autre/seul.preuves.yaml': manifest('MDV-LGC-Va2', 'Seul'),
    });
    await client.request(checkRequest.method, {});
    const { groups = [], dossiers } = await compliance();
    const names = ({ node, groups: inner, dossiers: own }: ViewGroup): unknown => [
      node.label,
      ...inner.map(names),
      ...own,
    ];
    assert.deepEqual(groups.map(names), [
      [
        'Portefeuille de dossiers',
        ['MonCabinet', ['Vague 1', client.uri(lgc)]],
        ['MonImagerie', ['Vague 1', client.uri(ris)]],
      ],
    ]);
    assert.equal(dossiers.length, 3);
    const [common] = groups[0]?.node.children ?? [];
    assert.deepEqual(
      common?.children.map(({ label, status, fileUri }) => [label, status, fileUri]),
      [['écran.png', 'provided', client.uri('commun/écran.png')]],
    );
    client.write('portefeuille.yaml', held.replace('  - imagerie\n', '  - nulle-part\n'));
    await client.filesChanged(['portefeuille.yaml', 'changed']);
    const broken = (await compliance()).groups?.[0];
    assert.equal(broken?.node.children.filter(({ kind }) => kind === 'problem').length, 1);
    assert.deepEqual(
      broken.groups.map(({ node }) => node.label),
      ['MonCabinet'],
      'the others are there',
    );
  });

  it('offers what could serve elsewhere, and attaches it only when told', async () => {
    await start();
    await client.request(checkRequest.method, {});
    const { offers } = await client.request<OffersView>('segur/offres', {});
    const [offer] = offers;
    assert.ok(offer?.isCommon);
    assert.equal(offer.proof, 'INS/va1.03.01.01');
    const { portfolio, id } = offer;
    const taken = await client.request<AttachResult | null>('segur/joindreOffre', { portfolio, id, mode: 'reference' });
    assert.ok(taken?.kind === 'planned');
    assert.deepEqual(taken.copies, []);
    assert.match(JSON.stringify(taken.edit.changes[client.uri(ris)]), /commun:écran\.png/);
    const copied = await client.request<AttachResult | null>('segur/joindreOffre', { portfolio, id, mode: 'copy' });
    assert.ok(copied?.kind === 'planned');
    assert.equal(copied.copies.length, 1);
    assert.equal(await client.request('segur/joindreOffre', { portfolio, id: 'autre', mode: 'copy' }), null);
  });

  it('follows folders and common pieces that are renamed', async () => {
    await start();
    await client.request(checkRequest.method, {});
    const rename = async (from: string, to: string) => {
      const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: client.uri(from), newUri: client.uri(to) }],
      });
      return (edit?.documentChanges ?? []).flatMap((one) =>
        'edits' in one ? one.edits.map((change) => ('newText' in change ? change.newText : '')) : [],
      );
    };
    assert.deepEqual(await rename('imagerie', 'imagerie médicale'), ['imagerie médicale']);
    assert.deepEqual(await rename('commun', 'partage'), ['partage']);
    assert.deepEqual(await rename('commun/écran.png', 'commun/a/b.png'), ['"commun:a/b.png"']);
    assert.deepEqual(await rename('commun/écran.png', 'cabinet/preuves/b.png'), ['"preuves/b.png"']);
    assert.deepEqual(await rename('autre.txt', 'encore.txt'), []);
  });

  it('saves one report over all, in the format that its name asks for', async () => {
    await start();
    const uri = client.uri('portefeuille.yaml');
    const target = join(client.folder, 'r.html');
    assert.deepEqual(await client.request('segur/enregistrerRapportPortefeuille', { uri, target }), { path: target });
    const html = readFileSync(target, 'utf8');
    assert.match(html, /MonCabinet[^]*MonImagerie[^]*écran\.png/);
    await assert.rejects(
      client.request('segur/enregistrerRapportPortefeuille', { uri, target: join(client.folder, 'r.pdf') }),
    );
    const other = { uri: client.uri('ailleurs/portefeuille.yaml'), target: join(client.folder, 's.html') };
    assert.equal(await client.request('segur/enregistrerRapportPortefeuille', other), null);
    assert.ok(!existsSync(other.target));
  });
});
