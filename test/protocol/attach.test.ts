import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens } from 'vscode-languageserver/node';
import { attachCandidatesRequest } from '../../protocol/requests/attach-candidates';
import { attachDeclarationRequest } from '../../protocol/requests/attach-declaration';
import { declareNotApplicableRequest } from '../../protocol/requests/declare-not-applicable';
import { attachRequest } from '../../protocol/requests/attach';
import { attachPlanRequest } from '../../protocol/requests/attach-plan';
import { cli } from '../cli/run-cli';
import { catalogueText, diskManifest, DiskDossier } from '../kit/disk-dossier';
import { appliedEdits } from './applied-edits';
import { TestClient } from './protocol-kit';

const main = diskManifest('exigences:\n  INS/va1.56:\n    scenarios:\n');

describe('attaching asked for by the editor', () => {
  const outside = mkdtempSync(join(tmpdir(), 'segur-piece-'));
  const log = join(outside, 'SCN_DB-CO.01.01.01 appel.log');
  let client: TestClient;
  before(async () => {
    writeFileSync(log, 'journal');
    utimesSync(log, new Date('2026-01-05T12:00:00Z'), new Date('2026-01-05T12:00:00Z'));
    client = await TestClient.start({ files: { 'main.preuves.yaml': main, 'catalogue.rem.yaml': catalogueText } });
  });
  after(async () => {
    await client.stop();
    rmSync(outside, { recursive: true, force: true });
  });

  it('plans without writing, then copies and gives one edit, with the bytes of the command line', async () => {
    const params = {
      uri: client.uri('main.preuves.yaml'),
      pieces: [{ kind: 'file' as const, uri: pathToFileURL(log).href }],
    };
    const planned = await client.ask(attachPlanRequest, params);
    assert.ok(planned.kind === 'planned', JSON.stringify(planned));
    assert.deepEqual(planned.attachments[0]?.slot, { proof: 'SCN_DB/CO.01.01.01', scenario: 'SCN_DB/CO.01' });
    assert.equal(planned.attachments[0].copied, true);
    const path = 'preuves/SCN_DB-CO.01.01.01-appel.log';
    assert.ok(!existsSync(join(client.folder, path)));

    const attached = await client.ask(attachRequest, params);
    assert.ok(attached.kind === 'planned');
    assert.deepEqual(attached.copies.length, 1);
    assert.equal(readFileSync(join(client.folder, path), 'utf8'), 'journal');
    assert.equal(readFileSync(join(client.folder, 'main.preuves.yaml'), 'utf8'), main, 'the editor writes it');
    const [edits] = Object.values(attached.edit.changes);
    assert.deepEqual(attached.before, { [client.uri('main.preuves.yaml')]: main });
    const other = new DiskDossier(main);
    try {
      const { code, err } = await cli(other.root, ['attach', log]);
      assert.equal(code, 0, err);
      assert.equal(appliedEdits(main, edits ?? []), readFileSync(other.path('main.preuves.yaml'), 'utf8'));
    } finally {
      other.remove();
    }

    // Undone in the editor, the file stays: asked for again it is used as it is.
    const again = await client.ask(attachRequest, params);
    assert.ok(again.kind === 'planned');
    assert.deepEqual([again.copies, again.edit], [[], attached.edit]);
  });

  it('takes what the clipboard held', async () => {
    const slot = { proof: 'INS/va1.56.01.01' };
    const base64 = Buffer.from('une image').toString('base64');
    const piece = { kind: 'bytes' as const, name: 'capture.png', base64, slot };
    const result = await client.ask(attachRequest, { uri: client.uri('main.preuves.yaml'), pieces: [piece] });
    assert.ok(result.kind === 'planned', JSON.stringify(result));
    const path = 'preuves/INS-va1.56.01.01-capture.png';
    assert.equal(readFileSync(join(client.folder, path), 'utf8'), 'une image');
    const text = appliedEdits(main, Object.values(result.edit.changes)[0] ?? []);
    const sha256 = createHash('sha256').update('une image').digest('hex');
    assert.ok(text.includes(path) && text.includes(sha256), text);
    assert.match(text, /INS\/va1\.56:\n {4}empreinte: "?[0-9a-f]{8}"?\n/);
  });

  it('asks where it goes, and refuses in words', async () => {
    const uri = client.uri('main.preuves.yaml');
    const asked = await client.ask(attachPlanRequest, {
      uri,
      pieces: [{ kind: 'link', url: 'https://a.fr/x', slot: { proof: 'SSI/GEN.06' } }],
    });
    assert.ok(asked.kind === 'unplaced');
    assert.deepEqual(
      asked.unplaced[0]?.slots.map(({ proof }) => proof),
      ['SSI/GEN.06.01.01', 'SSI/GEN.06.01.02'],
    );
    const absent = { kind: 'file' as const, uri: client.uri('absent.png'), slot: { proof: 'INS/va1.56.01.01' } };
    await assert.rejects(client.ask(attachRequest, { uri, pieces: [absent] }), /n’existe pas/);
    const none = await client.ask(attachPlanRequest, { uri: client.uri('rien.preuves.yaml'), pieces: [] });
    assert.equal(none.kind, 'refused');
  });
});

describe('attaching offered by the editor', () => {
  const options = { attachCommands: true };
  const text = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
`);
  const files = {
    'main.preuves.yaml': text,
    'catalogue.rem.yaml': catalogueText,
    'preuves/INS-va1.56.02.01 écran.png': 'image',
    'preuves/autre.png': 'image',
  };
  let client: TestClient;
  afterEach(() => client.stop());

  const missing = async () => {
    const found = (await client.diagnostics('main.preuves.yaml')).find(
      ({ code, message }) =>
        code === 'preuve/manquante' && typeof message === 'string' && /^La preuve INS.va1\.56\.02\.01 /.test(message),
    );
    assert.ok(found);
    return found;
  };
  const slot = { proof: 'INS/va1.56.02.01', scenario: 'INS/va1.56.02', requirement: 'INS/va1.56' };

  it('by the lens of a requirement with something to provide', async () => {
    client = await TestClient.start({ files, options });
    await client.open('main.preuves.yaml');
    const uri = client.uri('main.preuves.yaml');
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.match(lens?.command?.title ?? '', /^0\/3 fournies · Ajouter…$/);
    assert.equal(lens?.command?.command, 'segurPreuves.ajouterPiece');
    assert.deepEqual(lens.command.arguments, [{ uri, slot: { proof: 'INS/va1.56', requirement: 'INS/va1.56' } }]);
  });

  it('by quick fixes: files named after the proof first, ways not to see it last', async () => {
    client = await TestClient.start({ files, options });
    await client.open('main.preuves.yaml');
    const uri = client.uri('main.preuves.yaml');
    const actions = await client.codeActions('main.preuves.yaml', await missing());
    const id = 'INS/va1.56.02.01';
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        `Joindre preuves/INS-va1.56.02.01 écran.png à ${id}`,
        `Choisir un fichier… (${id})`,
        `Lien… (${id})`,
        `N° d’exécution… (${id})`,
        `Déclaration… (${id})`,
        `Non applicable… (${id})`,
        'Ouvrir la page de la règle preuve/manquante',
        'Accepter ici : preuve/manquante (raison à écrire)',
      ],
    );
    const [first] = actions;
    const file = client.uri('preuves/INS-va1.56.02.01 écran.png');
    assert.deepEqual(first?.command?.arguments, [{ uri, slot, file }]);
    assert.equal(first.isPreferred, true);
    // What the command does then.
    const pieces = [{ kind: 'file' as const, uri: file, slot }];
    const attached = await client.ask(attachRequest, { uri, pieces });
    assert.ok(attached.kind === 'planned', JSON.stringify(attached));
    assert.deepEqual(attached.copies, []);
    assert.match(
      appliedEdits(text, Object.values(attached.edit.changes)[0] ?? []),
      /fichier: preuves\/INS-va1\.56\.02\.01 écran\.png/,
    );
  });

  it('not to a client that has no such commands', async () => {
    client = await TestClient.start({ files });
    await client.open('main.preuves.yaml');
    const textDocument = { uri: client.uri('main.preuves.yaml') };
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.deepEqual(lenses[0]?.command, { title: '0/3 fournies', command: '' });
    const actions = await client.codeActions('main.preuves.yaml', await missing());
    assert.ok(!actions.some(({ command }) => command?.command.startsWith('segurPreuves.joindre')));
  });

  it('with ways not to see a finding under a kind of their own, for whoever asks for no fix', async () => {
    client = await TestClient.start({ files, options });
    await client.open('main.preuves.yaml');
    const found = await missing();
    const asked = (only?: readonly string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri('main.preuves.yaml') },
        range: found.range,
        context: { diagnostics: [found], ...(only ? { only } : {}) },
      });
    const kinds = (await asked()).map(({ kind }) => kind);
    const first = kinds.indexOf('suppress.segur');
    assert.ok(first > 0 && kinds.slice(first).every((kind) => kind === 'suppress.segur'), kinds.join());
    assert.ok((await asked(['quickfix'])).every(({ kind }) => kind === 'quickfix'));
    assert.ok((await asked(['suppress'])).some(({ title }) => title.startsWith('Accepter ici')));
  });

  it('not in a workspace that is not trusted, and says so', async () => {
    client = await TestClient.start({ files, options: { ...options, trusted: false } });
    const uri = client.uri('main.preuves.yaml');
    const pieces = [{ kind: 'file' as const, uri: client.uri('preuves/autre.png'), slot }];
    for (const kind of [attachPlanRequest, attachRequest])
      await assert.rejects(client.ask(kind, { uri, pieces }), /pas approuvé/);
    const params = { uri, requirement: 'INS/va1.56', justification: 'x' };
    await assert.rejects(client.ask(declareNotApplicableRequest, params), /pas approuvé/);
  });

  it('by a list of the files that nothing cites', async () => {
    client = await TestClient.start({ files, options });
    const uri = client.uri('main.preuves.yaml');
    const { files: offered } = await client.ask(attachCandidatesRequest, { uri, slot });
    assert.deepEqual(offered, [
      {
        uri: client.uri('preuves/INS-va1.56.02.01 écran.png'),
        path: 'preuves/INS-va1.56.02.01 écran.png',
        isNamed: true,
        slot,
      },
      { uri: client.uri('preuves/autre.png'), path: 'preuves/autre.png', isNamed: false },
    ]);
    assert.deepEqual(await client.ask(attachCandidatesRequest, { uri: client.uri('x.preuves.yaml') }), { files: [] });
  });

  it('by a list that has a file of which nothing has told yet', async () => {
    client = await TestClient.start({ files, options });
    const uri = client.uri('main.preuves.yaml');
    const paths = async () => (await client.ask(attachCandidatesRequest, { uri })).files.map(({ path }) => path);
    const before = await paths();
    client.write('preuves/tout neuf.png', 'image');
    assert.deepEqual((await paths()).sort(), [...before, 'preuves/tout neuf.png'].sort());
  });

  it('with what does not apply, as an edit', async () => {
    client = await TestClient.start({ files, options });
    const uri = client.uri('main.preuves.yaml');
    const params = { uri, requirement: 'INS/va1.56', justification: 'Pas d’INS dans ce logiciel' };
    const result = await client.ask(declareNotApplicableRequest, params);
    assert.ok(result.kind === 'planned', JSON.stringify(result));
    assert.deepEqual(result.before, { [uri]: text });
    assert.match(
      appliedEdits(text, result.edit.changes[uri] ?? []),
      /non_applicable:\n {6}justification: Pas d’INS dans ce logiciel\n/,
    );
    const none = await client.ask(declareNotApplicableRequest, { uri, requirement: 'X/9', justification: 'x' });
    assert.deepEqual(none, { kind: 'refused', message: 'X/9 n’attend rien dans ce dossier.' });
  });

  it('with the signed document of what does not apply: copied in, or cited where it lies, and no manifest', async () => {
    const aside = text.replace(
      '  INS/va1.56:\n',
      '  INS/va1.56:\n    non_applicable: { justification: Sans objet } # vu\n',
    );
    client = await TestClient.start({ files: { ...files, 'main.preuves.yaml': aside }, options });
    const uri = client.uri('main.preuves.yaml');
    const outside = mkdtempSync(join(tmpdir(), 'segur-declaration-'));
    try {
      const signed = join(outside, 'signée le 3.pdf');
      writeFileSync(signed, '%PDF-1.7 signée');
      const about = { uri, requirement: 'INS/va1.56' };
      const attached = await client.ask(attachDeclarationRequest, { ...about, file: pathToFileURL(signed).href });
      assert.ok(attached.kind === 'planned', JSON.stringify(attached));
      assert.equal(readFileSync(join(client.folder, attached.path), 'utf8'), '%PDF-1.7 signée');
      assert.match(attached.path, /INS-va1\.56-signée le 3\.pdf$/);
      assert.equal(
        appliedEdits(aside, attached.edit.changes[uri] ?? []),
        aside.replace('Sans objet }', `Sans objet, declaration: ${attached.path} }`),
      );
      const inside = await client.ask(attachDeclarationRequest, { ...about, file: client.uri('preuves/autre.png') });
      assert.ok(inside.kind === 'planned' && inside.path === 'preuves/autre.png');
      const own = await client.ask(attachDeclarationRequest, { ...about, file: uri });
      assert.equal(own.kind, 'refused');
      const applies = await client.ask(attachDeclarationRequest, {
        uri,
        scenario: 'SCN_DB/CO.01',
        file: pathToFileURL(signed).href,
      });
      assert.ok(applies.kind === 'refused' && /n’est pas déclarée non applicable/.test(applies.message));
      const gone = { ...about, file: pathToFileURL(join(outside, 'absente.pdf')).href };
      await assert.rejects(client.ask(attachDeclarationRequest, gone), /absente\.pdf/);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});
