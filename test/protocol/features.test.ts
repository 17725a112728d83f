import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CancellationTokenSource,
  CodeAction,
  LSPErrorCodes,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type Location,
  type MarkupContent,
} from 'vscode-languageserver/node';
import type { CheckResult } from '../../protocol/requests/check';
import type { ComplianceView } from '../../protocol/requests/compliance';
import type { WriteParcoursResult } from '../../protocol/requests/write-parcours';
import type { NextPlace } from '../../protocol/requests/next-place';
import type { DispositifsView } from '../../protocol/requests/dispositifs';
import type { CheckNewDossierResult } from '../../protocol/requests/check-new-dossier';
import type { NewDossierScope } from '../../protocol/requests/new-dossier-scope';
import type { NewDossierResult } from '../../protocol/requests/new-dossier';
import type { PackageResult } from '../../protocol/requests/package';
import { proofHereRequest } from '../../protocol/requests/proof-here';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { answerPull } from '../../server/lsp/answer';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';
import { complianceRequest } from '../../protocol/requests/compliance';
import { TestClient, type ClientSettings } from './protocol-kit';

const name = 'd.preuves.yaml';
const main = (body: string) => manifest(body).replace('profils', 'catalogue: c.rem.yaml\n  profils');
const entry = `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/a.png
`;

describe('requests', () => {
  let client: TestClient;
  const start = async (body: string, settings: Partial<ClientSettings> = {}) => {
    const files = {
      [name]: main(body),
      'c.rem.yaml': writeCatalogue(smallCatalogue),
      'preuves/a.png': 'x',
      ...settings.files,
    };
    client = await TestClient.start({ ...settings, files });
    await client.open(name);
  };
  const at = (what: string) => ({ textDocument: { uri: client.uri(name) }, position: client.after(name, what) });
  afterEach(() => client.stop());

  it('tell the log where they run, as information', async () => {
    await start('');
    const [where, ...more] = client.told;
    assert.match(where ?? '', /^Ségur Preuves \d+\.\d+\.\d+ on Node \d+\.\d+\.\d+, \w+ \w+, folders: 1$/);
    assert.deepEqual(more, []);
  });

  it('complete right after an edit, half-typed text and all', async () => {
    await start(entry);
    await client.edit(
      name,
      '          INS/va1.56.02.01:\n            - fichier: preuves/a.png\n',
      '          INS/va1.56.02.0',
    );
    const list = await client.request<CompletionList>('textDocument/completion', at('INS/va1.56.02.0'));
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['INS/va1.56.02.01', 'INS/va1.56.02.02'],
    );
    const [first] = list.items;
    assert.equal(first?.documentation, undefined);
    const resolved = await client.request<CompletionItem>('completionItem/resolve', first ?? {});
    assert.match((resolved.documentation as MarkupContent).value, /Pièce attendue pour INS\/va1\.56\.02\.01/);
  });

  it('complete paths from the disk, and see a new file', async () => {
    await start(entry);
    const labels = async () => {
      const list = await client.request<CompletionList>('textDocument/completion', at('- fichier: '));
      return list.items.map(({ label }) => label);
    };
    assert.deepEqual(await labels(), ['preuves/a.png']);
    client.write('preuves/b.png', 'x');
    await client.filesChanged(['preuves/b.png', 'created']);
    assert.deepEqual(await labels(), ['preuves/b.png', 'preuves/a.png'], 'what is not cited yet comes first');
  });

  it('read the digest of a file that nothing cites, to write it with the path', async () => {
    await start(entry.replace(' preuves/a.png', ''), { options: { suggestCommand: 'suggest' } });
    const digest = createHash('sha256').update('x').digest('hex');
    // More than a moment on a machine that is busy: what was not known is asked again, as the editor does.
    const asked = async (): Promise<CompletionItem | undefined> => {
      const list = await client.request<CompletionList>('textDocument/completion', at('- fichier:'));
      const [item] = list.items;
      return list.isIncomplete && !item?.textEdit?.newText.includes('sha256') ? asked() : item;
    };
    const item = await asked();
    assert.match(
      item?.textEdit?.newText ?? '',
      new RegExp(`^ preuves/a\\.png\n {14}sha256: ${digest}\n {14}date: [\\d-]{10}\n {14}version: 12\\.4\\.0$`),
    );
    assert.match(item?.additionalTextEdits?.[0]?.newText ?? '', /^\n {4}empreinte: /);
    const keys = await client.request<CompletionList>('textDocument/completion', at('INS/va1.56.02.01:'));
    assert.equal(keys.items.find(({ label }) => label === '- fichier')?.command?.command, 'suggest');
  });

  it('tell the proof at a place, and the folder that its pieces start from', async () => {
    await start(entry);
    const { textDocument, position } = at('- fichier: pr');
    const slot = { proof: 'INS/va1.56.02.01', scenario: 'INS/va1.56.02', requirement: 'INS/va1.56' };
    const here = await client.ask(proofHereRequest, { uri: textDocument.uri, position });
    assert.deepEqual(here, { folder: client.uri('').replace(/\/$/, ''), slot, inValue: true });
    const above = await client.ask(proofHereRequest, { uri: textDocument.uri, position: { line: 0, character: 0 } });
    assert.equal(above.slot, undefined);
    assert.deepEqual(await client.ask(proofHereRequest, { uri: client.uri('other.preuves.yaml'), position }), {
      inValue: false,
    });
  });

  it('answer nothing about a document that is not open', async () => {
    await start(entry);
    const textDocument = { uri: client.uri('other.preuves.yaml') };
    const position = { line: 0, character: 0 };
    assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument }), []);
    assert.deepEqual(await client.request('textDocument/diagnostic', { textDocument }), {
      kind: 'full',
      resultId: 'closed',
      items: [],
    });
  });

  it('tell what stands under the cursor', async () => {
    await start(entry);
    const hover = await client.request<Hover>('textDocument/hover', at('  INS/va1.5'));
    assert.match((hover.contents as MarkupContent).value, /Énoncé de INS\/va1\.56/);
  });

  it('outline, link and lead to the imported catalogue', async () => {
    await start(entry);
    const textDocument = { uri: client.uri(name) };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.equal(symbols.find((one) => one.name === 'exigences')?.children?.[0]?.name, 'INS/va1.56');
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      links.map(({ target }) => target),
      [client.uri('c.rem.yaml'), client.uri('preuves/a.png')],
    );
    const [place] = await client.request<Location[]>('textDocument/definition', at('  INS/va1.5'));
    assert.ok(place);
    assert.equal(place.uri, client.uri('c.rem.yaml'));
    const line = writeCatalogue(smallCatalogue).split('\n')[place.range.start.line] ?? '';
    assert.match(line, /id: INS\/va1\.56$/);
  });

  it('show where each requirement stands', async () => {
    await start(entry);
    const textDocument = { uri: client.uri(name) };
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.match(lenses[0]?.command?.title ?? '', /^\d\/3 fournies/);
  });

  it('fix what is found, in the version that was looked at', async () => {
    await start(entry.replace('fichier:', 'fichir:'));
    const found = (await client.diagnostics(name)).find(({ code }) => code === 'manifeste/cle-inconnue');
    assert.ok(found);
    const actions = await client.codeActions(name, found);
    const fix = actions.find((action) => CodeAction.is(action) && action.edit);
    const [change] = fix?.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.equal(change.textDocument.version, 1);
    assert.deepEqual(
      change.edits.map((edit) => 'newText' in edit && edit.newText),
      ['fichier'],
    );
  });

  it('open the page of a rule, and no other address', async () => {
    await start(entry.replace('fichier:', 'fichir:'));
    const found = (await client.diagnostics(name)).find(({ code }) => code === 'manifeste/cle-inconnue');
    assert.ok(found);
    const command = (await client.codeActions(name, found)).flatMap((action) => action.command ?? [])[0];
    assert.match(command?.title ?? '', /manifeste\/cle-inconnue/);
    await client.request('workspace/executeCommand', { command: command?.command, arguments: ['https://elsewhere'] });
    await client.request('workspace/executeCommand', { command: command?.command, arguments: command?.arguments });
    assert.equal(client.pages.length, 1);
    assert.ok(client.pages[0]?.endsWith('/manifeste/cle-inconnue.md'));
  });

  it('show the whole dossier, by chapter and by domain', async () => {
    await start(entry);
    const view = await client.request<ComplianceView>('segur/conformite', { groupBy: 'chapter' });
    const [dossier] = view.dossiers;
    assert.match(dossier?.summary ?? '', /^MDV-LGC-Va2 : \d+\/\d+ fournies/);
    assert.equal(dossier?.root.children[0]?.label, 'Identité nationale de santé');
    const domains = await client.request<ComplianceView>('segur/conformite', { groupBy: 'domain' });
    assert.equal(domains.dossiers[0]?.root.children[0]?.id, 'domain:ins');
  });

  it('go from the cursor to the next proof to provide, and from the last one around', async () => {
    await start(entry);
    const params = { what: 'missing', direction: 'next' } as const;
    const first = await client.request<NextPlace>('segur/suivant', params);
    const total = /^1\/(\d+) · /.exec(first.text)?.[1];
    assert.ok(first.place && total);
    const from = { uri: first.place.uri, position: first.place.range.start };
    const before = await client.request<NextPlace>('segur/suivant', { ...params, direction: 'previous', from });
    assert.ok(before.text.startsWith(`${total}/${total} · `), before.text);
    assert.match(before.text, /\(retour à la fin\)$/);
  });

  it('say what a step marked as done makes of the manifest, and refuse what is no date', async () => {
    await start(entry);
    const uri = client.uri(name);
    const target = { kind: 'step', id: 'preuves', uri } as const;
    const done = { target, values: { etat: 'faite', fin: '2026-05-04' } };
    const { edit } = await client.request<WriteParcoursResult>('segur/ecrireParcours', done);
    const [[changed, edits] = ['', []]] = Object.entries(edit.changes);
    assert.equal(changed, uri);
    assert.match(edits.map(({ newText }) => newText).join(''), /preuves:\n {6}etat: faite\n {6}fin: 2026-05-04\n/);
    await assert.rejects(
      client.request('segur/ecrireParcours', { target, values: { etat: 'faite', fin: 'hier' } }),
      /2026-05-13/,
    );
  });

  it('list the dispositifs', async () => {
    await start(entry);
    const { dispositifs } = await client.request<DispositifsView>('segur/dispositifs', {});
    assert.match(
      dispositifs.find(({ id }) => id === 'MDV-LGC-Va2')?.state ?? '',
      /^\d+ exigences \(reconstruction partielle\)$/,
    );
  });

  it('check everything again, and stop when asked to', async () => {
    await start(entry);
    const result = await client.request<CheckResult>('segur/verifier', {});
    assert.equal(result.dossiers, 1);
    client.write('preuves/a.png', Buffer.alloc(128 * 1024 * 1024));
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('segur/verifier', {}, source.token);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
  });

  it('create a dossier, and refuse to write over one', async () => {
    await start(entry);
    const params = {
      folder: path.join(client.folder, 'new'),
      fileName: 'n.preuves.yaml',
      dispositif: 'MDV-LGC-Va2',
      profiles: [],
    };
    const result = await client.request<NewDossierResult>('segur/nouveauDossier', params);
    assert.equal(result.uri, client.uri('new/n.preuves.yaml'));
    assert.ok(fs.existsSync(path.join(client.folder, 'new/n.preuves.yaml')));
    await assert.rejects(client.request('segur/nouveauDossier', params), /existe déjà/);
  });

  it('create a dossier of a file for each chapter, and say where the first piece goes', async () => {
    await start(entry);
    const folder = path.join(client.folder, 'new');
    const subject = { siret: '732 829 320 00074', software: 'MonCabinet', vendor: '', version: '' };
    const params = { folder, dispositif: 'MDV-LGC-Va2', profiles: [], subject, byChapter: true, pieces: 'captures' };
    const result = await client.request<NewDossierResult>('segur/nouveauDossier', params);
    assert.equal(result.uri, client.uri('new/mdv-lgc-va2.preuves.yaml'));
    assert.ok(result.fragments > 5);
    const { uri, position } = result.first ?? assert.fail();
    assert.match(uri, /\/new\/exigences\/01-[a-z-]+\.preuves\.yaml$/);
    const line = fs.readFileSync(fileURLToPath(uri), 'utf8').split('\n')[position.line] ?? '';
    assert.match(line, /^ +\S+: \[\]$/);
    assert.equal(line.slice(position.character), ']');
    assert.match(fs.readFileSync(path.join(folder, 'segur.config.yaml'), 'utf8'), /captures/);
    // At once, before any watcher tells of the files: whoever made it is shown the first thing to do.
    const { dossiers } = await client.ask(complianceRequest, { groupBy: 'chapter' });
    const made = JSON.stringify(dossiers.find((one) => one.uri === result.uri));
    assert.ok(made.includes('"kind":"proof"') && made.includes(uri), made.slice(0, 500));
    const other = { ...params, folder: path.join(client.folder, 'autre'), subject: { siret: '123' } };
    await assert.rejects(client.request('segur/nouveauDossier', other), /n’est pas un SIRET/);
    assert.ok(!fs.existsSync(other.folder));
  });

  it('say what profiles add, of a built-in catalogue and of an imported one', async () => {
    await start(entry);
    const scope = (more: object) => client.request<NewDossierScope>('segur/porteeNouveauDossier', more);
    const { folder } = client;
    const builtIn = await scope({ folder, dispositif: 'MDV-LGC-Va2' });
    assert.ok(builtIn.always > 50);
    assert.ok(builtIn.profiles.includes('BAL PER-ORG') && !builtIn.profiles.includes('Général'));
    const imported = await scope({ folder, dispositif: 'MDV-LGC-Va2', catalogue: path.join(folder, 'c.rem.yaml') });
    assert.deepEqual(imported, {
      profiles: ['BAL PER-ORG', 'IAM'],
      always: 4,
      groups: [
        { profiles: ['IAM'], requirements: 1 },
        { profiles: ['BAL PER-ORG'], requirements: 1 },
      ],
    });
    await assert.rejects(scope({ folder, dispositif: 'PHA-LGO-Va2' }), /Importez/);
  });

  it('say what is wrong with what is typed for a new dossier', async () => {
    await start(entry, { options: { langue: 'en' } });
    const check = (subject: object, pieces?: string) =>
      client.request<CheckNewDossierResult>('segur/verifierNouveauDossier', { folder: client.folder, subject, pieces });
    assert.deepEqual(await check({ siret: '', versionDate: ' ', vendor: 'X' }, 'preuves'), {});
    const { siret, plannedFiling, pieces } = await check({ siret: '1', plannedFiling: '15/12/2026' }, '../x');
    // Nobody writes YAML there: nothing is said of quotes.
    assert.deepEqual(siret, { kind: 'error', text: '“1” is no SIRET: 14 digits are expected.' });
    assert.ok(plannedFiling?.kind === 'error' && plannedFiling.text.includes('YYYY-MM-DD'));
    assert.ok(pieces?.kind === 'error' && pieces.text.includes('folder of evidence'));
    const past = await check({ plannedFiling: '2019-12-15' });
    assert.equal(past.plannedFiling?.kind, 'warning');
    assert.match(past.plannedFiling.text, /2019-12-15 is over/);
    assert.deepEqual(await check({ plannedFiling: '2999-12-15' }), {});
  });

  it('say why a package is not made', async () => {
    await start(entry);
    const params = { uri: client.uri(name), target: path.join(client.folder, 'out.zip'), draft: false };
    const result = await client.request<PackageResult>('segur/constituerDepot', params);
    if (result.kind !== 'blocked') assert.fail(result.kind);
    assert.ok(result.total > 0 && result.reasons[0]?.message !== '');
    assert.ok(!fs.existsSync(params.target));
  });

  it('say what is in the way of a package before it is asked where to write it', async () => {
    await start(entry);
    const ask = (draft: boolean) =>
      client.request<PackageResult>('segur/constituerDepot', { uri: client.uri(name), draft });
    const before = fs.readdirSync(client.folder, { recursive: true });
    const final = await ask(false);
    if (final.kind !== 'blocked') assert.fail(final.kind);
    assert.ok(final.total > 0);
    assert.equal((await ask(true)).kind, 'ready');
    assert.deepEqual(fs.readdirSync(client.folder, { recursive: true }), before);
  });

  it('write nothing in a folder that is not trusted, and open no evidence', async () => {
    await start(entry, { options: { trusted: false, langue: 'en' } });
    const params = { folder: client.folder, fileName: 'n.preuves.yaml', dispositif: 'MDV-LGC-Va2', profiles: [] };
    await assert.rejects(client.request('segur/nouveauDossier', params), /not trusted/);
    await client.request('segur/verifier', {});
    const hover = await client.request<Hover>('textDocument/hover', at('preuves/a.p'));
    assert.match((hover.contents as MarkupContent).value, /not looked at yet/);
  });
});

describe('a pull that was given up', () => {
  it('is asked again by a client that gave it up for an edit', async () => {
    const token = { isCancellationRequested: true, onCancellationRequested: () => ({ dispose: () => undefined }) };
    await assert.rejects(
      answerPull(() => Promise.resolve('late'), token),
      {
        code: LSPErrorCodes.ServerCancelled,
        data: { retriggerRequest: true },
      },
    );
  });
});
