import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver/node';
import { remOrderRequest } from '../../protocol/requests/rem-order';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';
import { appliedEdits } from './applied-edits';
import { everyFeature } from './every-feature';
import { TestClient, type ClientSettings } from './protocol-kit';

const name = 'd.preuves.yaml';
const head = manifest('').replace('profils', 'catalogue: c.rem.yaml\n  profils');
const options = { tabSize: 8, insertSpaces: false };

async function withClient(
  body: string | Buffer,
  settings: Partial<ClientSettings>,
  action: (client: TestClient) => Promise<void>,
) {
  const files = { [name]: body, 'c.rem.yaml': writeCatalogue(smallCatalogue), ...settings.files };
  const client = await TestClient.start({ capabilities: everyFeature, ...settings, files });
  try {
    await client.open(name);
    await action(client);
  } finally {
    await client.stop();
  }
}

describe('formatting in the editor', () => {
  const body = `${head}exigences:\n    # c\n    PSC.01:\n        commentaire:   "é"  \n    INS/va1.56:   # d\n`;
  const apply = (client: TestClient, edits: readonly TextEdit[]) =>
    TextDocument.applyEdits(TextDocument.create('', '', 0, client.text(name)), [...edits]);

  it('lays the whole file out, whatever the editor says of tabs', async () => {
    await withClient(body, {}, async (client) => {
      const textDocument = { uri: client.uri(name) };
      const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
      assert.equal(
        apply(client, edits),
        `${head}exigences:\n  # c\n  PSC.01:\n    commentaire: "é"\n  INS/va1.56:   # d\n`,
      );
      assert.ok(
        edits.every(({ newText }) => newText.trim() === ''),
        'only blanks are written',
      );
      const other = { textDocument: { uri: client.uri('x.preuves.yaml') }, options };
      assert.deepEqual(await client.request('textDocument/formatting', other), []);
    });
  });

  it('lays out the entry that is selected, at the margin of the others', async () => {
    await withClient(body, {}, async (client) => {
      const at = client.after(name, 'commentaire');
      const params = { textDocument: { uri: client.uri(name) }, range: { start: at, end: at }, options };
      const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', params);
      assert.equal(apply(client, edits), body.replace('        commentaire:   "é"  ', '      commentaire: "é"'));
    });
  });

  it('leaves a file that is not UTF-8 alone', async () => {
    await withClient(Buffer.from(body, 'latin1'), {}, async (client) => {
      const params = { textDocument: { uri: client.uri(name) }, options };
      await client.close(name);
      await client.open(name);
      assert.deepEqual(await client.request('textDocument/formatting', params), []);
    });
  });
});

describe('sorting in the order of the REM', () => {
  const body = `${head}exigences:\n  PSC.01: {} # deux\n  INS/va1.56: {} # un\n`;

  it('is planned as an edit of the lines that move, for the text as it is', async () => {
    await withClient(body, {}, async (client) => {
      const uri = client.uri(name);
      const result = await client.ask(remOrderRequest, { uri });
      if (result.kind !== 'planned') assert.fail(result.kind);
      assert.equal(result.before[uri], body);
      const after = appliedEdits(body, result.edit.changes[uri] ?? []);
      assert.equal(after, `${head}exigences:\n  INS/va1.56: {} # un\n  PSC.01: {} # deux\n`);
      await client.edit(name, '  PSC.01: {} # deux\n', '');
      assert.deepEqual(await client.ask(remOrderRequest, { uri }), { kind: 'ordered' });
    });
  });

  it('is refused in words where it cannot be', async () => {
    const refusedFor = async (text: string, settings: Partial<ClientSettings> = {}) => {
      let message = '';
      await withClient(text, settings, async (client) => {
        const result = await client.ask(remOrderRequest, { uri: client.uri(name) });
        message = result.kind === 'refused' ? result.message : result.kind;
      });
      return message;
    };
    assert.match(await refusedFor(`${body}  X: {\n`), /n’est pas lu en entier/);
    assert.match(await refusedFor('exigences: {}\n'), /n’est d’aucun dossier/);
    assert.match(await refusedFor(body, { files: { 'c.rem.yaml': 'rien' } }), /Le REM de ce dossier n’est pas connu/);
    await assert.rejects(refusedFor(body, { options: { trusted: false } }), /n’est pas approuvé/);
  });
});
