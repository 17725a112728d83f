import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver/node';
import { tokenModifiers, tokenTypes } from '../../server/language/semantic-tokens';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';
import { everyFeature } from './every-feature';
import { TestClient, type ClientSettings } from './protocol-kit';

const name = 'd.preuves.yaml';
const main = manifest(`# Un commentaire
# de deux lignes.
exigences:
  # dedans
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
          - fichier: preuves/a.png   # vue
            date: 2026-10-01
            titre: "Écran d’accueil"
          - { fichier: preuves/absente.png }
  INS/va9.99:
    commentaire: |
      un texte

      # pas un commentaire
scenarios:
  SCN_X: {}
`).replace('profils', 'catalogue: c.rem.yaml\n  profils');
const textDocument = (client: TestClient) => ({ uri: client.uri(name) });

async function withClient(settings: Partial<ClientSettings>, action: (client: TestClient) => Promise<void>) {
  const files = { [name]: main, 'c.rem.yaml': writeCatalogue(smallCatalogue), 'preuves/a.png': 'x', ...settings.files };
  const client = await TestClient.start({ capabilities: everyFeature, ...settings, files });
  try {
    await client.open(name);
    await action(client);
  } finally {
    await client.stop();
  }
}

describe('folding', () => {
  const lineOf = (text: string, what: string) => text.slice(0, text.indexOf(what)).split('\n').length - 1;
  const ask = async (client: TestClient) => {
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: textDocument(client),
    });
    return ranges.map(({ startLine, endLine, kind }) => [startLine, endLine, ...(kind ? [kind] : [])]);
  };

  it('is of sections, entries, lists at the margin of their key, items, and comments of several lines', async () => {
    await withClient({}, async (client) => {
      const line = (what: string) => lineOf(main, what);
      const found = await ask(client);
      const expected = [
        [line('dossier:'), line('  depot_vise')],
        [line('# Un commentaire'), line('# de deux'), 'comment'],
        [line('exigences:'), line('      # pas un')],
        [line('  INS/va1.56:'), line('          - { fichier')],
        [line('          INS/va1.56.02.01:'), line('          - { fichier')],
        [line('          - fichier'), line('            titre')],
        [line('scenarios:\n  SCN'), line('  SCN_X')],
      ];
      for (const one of expected)
        assert.ok(
          found.some((range) => String(range) === String(one)),
          String(one),
        );
      assert.ok(found.every(([start, end]) => Number(end) > Number(start)));
    });
  });

  it('follows an edit above, and knows nothing of a file that is not open', async () => {
    await withClient({}, async (client) => {
      const before = await ask(client);
      await client.edit(name, 'dossier:', '\n\ndossier:');
      const after = await ask(client);
      assert.deepEqual(
        after,
        before.map(([start, end, ...kind]) => [Number(start) + 2, Number(end) + 2, ...kind]),
      );
      const other = { textDocument: { uri: client.uri('x.preuves.yaml') } };
      assert.deepEqual(await client.request('textDocument/foldingRange', other), []);
    });
  });
});

describe('selection', () => {
  const grown = async (client: TestClient, what: string) => {
    const params = { textDocument: textDocument(client), positions: [client.after(name, what)] };
    const [first] = await client.request<SelectionRange[]>('textDocument/selectionRange', params);
    const document = TextDocument.create('', '', 0, client.text(name));
    const texts: string[] = [];
    for (let one = first; one; one = one.parent) texts.push(document.getText(one.range));
    return texts;
  };

  it('grows from the word to the line, the item, the proof, the scenario, the entry, the section and the file', async () => {
    await withClient({}, async (client) => {
      const texts = await grown(client, 'titre: "Écran');
      assert.deepEqual(texts.slice(0, 3), ['Écran d’accueil', '"Écran d’accueil"', 'titre: "Écran d’accueil"']);
      const begins = texts.slice(3).map((text) => text.split('\n')[0]);
      assert.deepEqual(begins, [
        '- fichier: preuves/a.png   # vue',
        'INS/va1.56.02.01:',
        'preuves:',
        'INS/va1.56.02:',
        'scenarios:',
        'INS/va1.56:',
        'exigences:',
        'version: 1',
      ]);
      for (const [index, text] of texts.entries()) if (index > 0) assert.ok(text.includes(texts[index - 1] ?? '?'));
      assert.equal(texts.at(-1), main);
    });
  });

  it('begins in a comment, and in an empty file', async () => {
    await withClient({}, async (client) => {
      assert.deepEqual((await grown(client, '# Un comm'))[0], '# Un commentaire');
      await client.open('vide.preuves.yaml', '');
      const position = { line: 0, character: 0 };
      const params = { textDocument: { uri: client.uri('vide.preuves.yaml') }, positions: [position] };
      assert.deepEqual(await client.request('textDocument/selectionRange', params), [
        { range: { start: position, end: position } },
      ]);
    });
  });
});

describe('semantic tokens', () => {
  const read = (text: string, data: readonly number[]) => {
    const lines = text.split('\n');
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, along = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
      character = down === 0 ? character + along : along;
      line += down;
      const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0 && bit > 0);
      const text = lines[line]?.slice(character, character + length) ?? '';
      found.push([text, tokenTypes[type], ...modifiers].join(' '));
    }
    return found;
  };
  const whole = (client: TestClient) =>
    client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: textDocument(client) });

  const known = [
    'INS/va1.56 class incomplete',
    'INS/va1.56.02 method incomplete',
    'INS/va1.56.02.01 property incomplete',
    'preuves/absente.png string unresolved',
    'INS/va9.99 class unresolved',
    'SCN_X method unresolved',
  ];
  /** The tokens once all is known that can be: they stay what they are. */
  const settled = async (client: TestClient) => {
    await client.until('the pieces were looked at and counted', async () => {
      const found = read(main, (await whole(client)).data);
      return ['.02.01 property incomplete', 'absente.png string unresolved'].every((end) =>
        found.some((one) => one.endsWith(end)),
      );
    });
    return whole(client);
  };

  it('tell ids by where they stand, ids that the REM does not have, and files that are not there', async () => {
    await withClient({}, async (client) => {
      assert.deepEqual(read(main, (await settled(client)).data), known);
    });
  });

  it('say of no id that it is wrong where the catalogue is partial or unknown', async () => {
    for (const catalogue of [writeCatalogue({ ...smallCatalogue, state: 'partiel' }), 'rien']) {
      await withClient({ files: { 'c.rem.yaml': catalogue } }, async (client) => {
        const found = read(main, (await whole(client)).data);
        assert.ok(found.includes('INS/va9.99 class unknown'), found.join());
        assert.ok(!found.some((one) => /(class|method|property) .*unresolved/.test(one)), found.join());
      });
    }
  });

  it('are given as what changed, and for a part', async () => {
    await withClient({}, async (client) => {
      const first = await settled(client);
      await client.edit(name, '  SCN_X: {}', '  SCN_X: {}\n  SCN_Y: {}');
      const params = { textDocument: textDocument(client), previousResultId: first.resultId };
      const delta = await client.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', params);
      const sizes = delta.edits.map(({ start, deleteCount, data: more = [] }) => [start, deleteCount, more.length]);
      assert.deepEqual(sizes, [[first.data.length, 0, 5]]);
      const data = [...first.data];
      for (const { start, deleteCount, data: more = [] } of delta.edits) data.splice(start, deleteCount, ...more);
      assert.deepEqual(data, (await whole(client)).data);
      assert.deepEqual(read(client.text(name), data), [...known, 'SCN_Y method unresolved']);
      const old = { ...params, previousResultId: 'x' };
      const again = await client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', old);
      assert.deepEqual(again.data, data);
      const range = { start: { line: 0, character: 0 }, end: client.after(name, '  INS/va1.56:') };
      const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
        textDocument: textDocument(client),
        range,
      });
      assert.equal(part.data.length, 5);
    });
  });
});

describe('inlay hints', () => {
  const ask = async (client: TestClient) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: textDocument(client),
      range,
    });
    const lines = client.text(name).split('\n');
    return hints.map(({ position: { line, character }, label }) => [
      lines[line]?.slice(0, character).trim(),
      (typeof label === 'string' ? label : '').replace(/\d+ jours?/, 'N jours'),
    ]);
  };
  const configured = { ...everyFeature, workspace: { ...everyFeature.workspace, configuration: true } };

  it('tell the state of scenarios and proofs, the size of a piece and how old it is', async () => {
    await withClient({}, async (client) => {
      await client.until('the piece was looked at', async () =>
        (await ask(client)).some(([, label]) => label?.includes('octet')),
      );
      assert.deepEqual(await ask(client), [
        ['INS/va1.56.02:', 'incomplète'],
        ['INS/va1.56.02.01:', 'incomplète'],
        ['- fichier: preuves/a.png', '1 octets · N jours'],
      ]);
    });
  });

  it('are those that the settings of the file want, asked once, and again when these change', async () => {
    await withClient({ capabilities: configured }, async (client) => {
      const asked: string[] = [];
      let settings: object = { etat: false, taille: false };
      client.settingOf = (section, uri) => {
        if (section !== 'segurPreuves.indications') return {};
        asked.push(uri ?? '');
        return settings;
      };
      await client.until('its settings were read', () => client.hintRefreshes > 0);
      const refreshes = client.hintRefreshes;
      const labels = async () => (await ask(client)).map(([, label]) => label);
      assert.deepEqual(await labels(), ['N jours']);
      await ask(client);
      assert.deepEqual(asked, [client.uri(name)]);
      settings = { etat: false, taille: false, age: false };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { segurPreuves: {} } });
      await client.until('hints are asked for again', () => client.hintRefreshes > refreshes);
      assert.deepEqual(await labels(), []);
    });
  });
});
