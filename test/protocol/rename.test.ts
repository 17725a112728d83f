import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { serverCapabilities } from '../../server/lsp/capabilities';
import { diskManifest, catalogueText } from '../kit/disk-dossier';
import { TestClient, type ClientSettings } from './protocol-kit';

const proof = (...lines: string[]) =>
  `exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
${lines.map((line) => `            ${line}\n`).join('')}`;

const main = diskManifest(
  proof('- fichier: preuves/INS/a.png', "- { fichier: 'preuves/INS/été 1.png', titre: b }", '- fichier: autre/c.log'),
);

async function withClient(settings: Partial<ClientSettings>, action: (client: TestClient) => Promise<void>) {
  const files = { 'main.preuves.yaml': main, 'catalogue.rem.yaml': catalogueText, ...settings.files };
  const client = await TestClient.start({ ...settings, files });
  try {
    await action(client);
  } finally {
    await client.stop();
  }
}

function ask(client: TestClient, moves: Readonly<Record<string, string>>): Promise<WorkspaceEdit | null> {
  const files = Object.entries(moves).map(([from, to]) => ({ oldUri: client.uri(from), newUri: client.uri(to) }));
  return client.request('workspace/willRenameFiles', { files });
}

/** The lines that an edit changes, each as it is then. */
function lines(client: TestClient, name: string, edit: WorkspaceEdit | null): string[] {
  const text = fs.readFileSync(path.join(client.folder, name), 'utf8');
  const change = (edit?.documentChanges as TextDocumentEdit[] | undefined)?.find(
    ({ textDocument }) => textDocument.uri === client.uri(name),
  );
  const edits = edit?.changes?.[client.uri(name)] ?? change?.edits ?? [];
  const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits as never[]);
  const before = text.split('\n');
  return after.split('\n').flatMap((line, index) => (line === before[index] ? [] : [line.trim()]));
}

describe('files and folders renamed in the editor', () => {
  it('are asked about before, files and folders alike', () => {
    const { workspace } = serverCapabilities({}, 'file');
    assert.deepEqual(workspace?.fileOperations?.willRename, {
      filters: [{ scheme: 'file', pattern: { glob: '**' } }],
    });
  });

  it('take their citations along: a file, by a name with accents and one that is quoted', async () => {
    await withClient({}, async (client) => {
      const edit = await ask(client, {
        'preuves/INS/a.png': 'preuves/INS/l’été : 2.png',
        'preuves/INS/été 1.png': 'preuves/b.png',
      });
      assert.deepEqual(lines(client, 'main.preuves.yaml', edit), [
        '- fichier: "preuves/INS/l’été : 2.png"',
        "- { fichier: 'preuves/b.png', titre: b }",
      ]);
      assert.equal(edit?.changeAnnotations, undefined, 'few are not asked about');
      assert.deepEqual(client.shown, []);
    });
  });

  it('take them along with a folder, also in a fragment, and in the text as the editor holds it', async () => {
    const fragment = proof('- fichier: preuves/INS/d.png').replaceAll('56', '57');
    const files = {
      'main.preuves.yaml': main.replace('dossier:\n', 'dossier:\n  fragments: [exigences/*.preuves.yaml]\n'),
      'exigences/f.preuves.yaml': fragment,
    };
    await withClient({ files }, async (client) => {
      await client.open('main.preuves.yaml');
      await client.edit('main.preuves.yaml', 'autre/c.log', 'preuves/INS/c.log');
      const edit = await ask(client, { 'preuves/INS': 'preuves/ins', exigences: 'chapitres' });
      assert.deepEqual(lines(client, 'exigences/f.preuves.yaml', edit), ['- fichier: preuves/ins/d.png']);
      const changes = edit?.documentChanges as TextDocumentEdit[];
      const opened = changes.find(({ textDocument }) => textDocument.uri === client.uri('main.preuves.yaml'));
      assert.equal(opened?.textDocument.version, 2);
      const text = TextDocument.applyEdits(
        TextDocument.create('', '', 0, client.text('main.preuves.yaml')),
        opened.edits as never[],
      );
      assert.match(text, /fragments: \[chapitres\/\*\.preuves\.yaml\]/);
      assert.deepEqual(text.match(/preuves\/ins\/[^'\n]*/g), [
        'preuves/ins/a.png',
        'preuves/ins/été 1.png',
        'preuves/ins/c.log',
      ]);
    });
  });

  it('are asked about where many citations change', async () => {
    const items = Array.from({ length: 11 }, (_, index) => `- fichier: preuves/${index}.png`);
    await withClient({ files: { 'main.preuves.yaml': diskManifest(proof(...items)) } }, async (client) => {
      const edit = await ask(client, { preuves: 'pièces' });
      assert.deepEqual(Object.values(edit?.changeAnnotations ?? {}), [
        { label: 'Suivre le déplacement dans les manifestes', needsConfirmation: true },
      ]);
      const [change] = edit?.documentChanges as TextDocumentEdit[];
      assert.equal(change?.edits.length, 11);
      const ids = Object.keys(edit?.changeAnnotations ?? {});
      assert.ok(change.edits.every((one) => 'annotationId' in one && ids.includes(one.annotationId)));
    });
  });

  it('are told of where a citation cannot follow, and change nothing', async () => {
    await withClient({ folders: ['dossier'], files: { 'dossier/main.preuves.yaml': main } }, async (client) => {
      assert.equal(await ask(client, { 'dossier/preuves/INS/a.png': 'ailleurs/a.png' }), null);
      await client.until('a warning', () => client.shown.length === 1);
      assert.match(client.shown[0] ?? '', /^« preuves\/INS\/a.png » sort du dossier : main.preuves.yaml/);
    });
  });

  it('of which none is cited change nothing; neither does a client without versions get them', async () => {
    await withClient({ diagnostics: 'push' }, async (client) => {
      assert.equal(await ask(client, { 'preuves/z.png': 'preuves/y.png' }), null);
      const edit = await ask(client, { 'preuves/INS/a.png': 'preuves/INS/A.png' });
      assert.equal(edit?.documentChanges, undefined);
      assert.deepEqual(lines(client, 'main.preuves.yaml', edit), ['- fichier: preuves/INS/A.png']);
    });
  });

  it('elsewhere are offered under their present names, known by their digests', async () => {
    const sha256 = createHash('sha256').update('b').digest('hex');
    const text = diskManifest(proof(`- { fichier: "preuves/a.log", sha256: ${sha256} }`));
    await withClient({ files: { 'main.preuves.yaml': text, 'captures/é.log': 'b' } }, async (client) => {
      await client.open('main.preuves.yaml');
      let lost: Diagnostic | undefined;
      await client.until('the file is missing', async () => {
        lost = (await client.diagnostics('main.preuves.yaml')).find(
          ({ code }) => code === 'preuve/fichier-introuvable',
        );
        return lost !== undefined;
      });
      const actions = await client.codeActions('main.preuves.yaml', lost ?? assert.fail());
      const action = actions.find(({ title }) => title === 'Le même fichier est maintenant « captures/é.log »');
      assert.equal(action?.isPreferred, true);
      assert.deepEqual(lines(client, 'main.preuves.yaml', action.edit ?? null), [
        `- { fichier: "captures/é.log", sha256: ${sha256} }`,
      ]);
    });
  });
});
