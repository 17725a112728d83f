import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  WorkspaceSymbol,
  DocumentHighlight,
  Location,
  Range,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { catalogueTextRequest } from '../../protocol/requests/catalogue-text';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { manifest } from '../kit/dossier-kit';
import { smallCatalogue } from '../kit/small-catalogue';
import { everyFeature } from './every-feature';
import { TestClient, type ClientSettings } from './protocol-kit';

const head = (body: string) => manifest(body).replace('profils', 'catalogue: c.rem.yaml\n  profils');
const withFragments = (body: string) => head(body).replace('  profils', '  fragments: [f/*.preuves.yaml]\n  profils');

const main = withFragments(`chapitres:
  Identité nationale de santé:
    historique:
      - le: 2026-10-01
        statut: soumis
        preuve: INS/va1.56.02.01
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/a.png
        instruction:
          INS/va1.56.02.01:
            - le: 2026-10-02
              avis: soumis
`);
const fragment = `exigences:
  LGC.INS.01:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: "preuves/a.png"
            - declaration: 'preuves/été.pdf'
`;
const other = head(`exigences:
  INS/va1.56:
    non_applicable:
      justification: x
      declaration: ../a/preuves/a.png
`);

async function withClient(settings: Partial<ClientSettings>, action: (client: TestClient) => Promise<void>) {
  const files = {
    'a/main.preuves.yaml': main,
    'a/f/ins.preuves.yaml': fragment,
    'a/c.rem.yaml': writeCatalogue(smallCatalogue),
    'a/preuves/a.png': 'x',
    'a/preuves/été.pdf': 'x',
    'b/main.preuves.yaml': other,
    'b/c.rem.yaml': writeCatalogue(smallCatalogue),
    ...settings.files,
  };
  const client = await TestClient.start({ capabilities: everyFeature, ...settings, files });
  try {
    await action(client);
  } finally {
    await client.stop();
  }
}

const at = (client: TestClient, name: string, what: string) => ({
  textDocument: { uri: client.uri(name) },
  position: client.after(name, what),
});

function textAt(client: TestClient, { uri, range }: Location): string {
  const file = path.relative(client.folder, new URL(uri).pathname);
  const document = TextDocument.create(uri, '', 0, fs.readFileSync(path.join(client.folder, decodeURI(file)), 'utf8'));
  return `${decodeURI(file)}:${range.start.line}:${document.getText(range)}`;
}

describe('references', () => {
  const ask = async (client: TestClient, name: string, what: string, includeDeclaration = false) => {
    const params = { ...at(client, name, what), context: { includeDeclaration } };
    const found = await client.request<Location[]>('textDocument/references', params);
    return found.map((place) => textAt(client, place)).sort();
  };

  it('of a requirement are all its entries, by whatever id, in all dossiers, and what covers it in catalogues', async () => {
    await withClient({}, async (client) => {
      await client.open('a/main.preuves.yaml');
      const found = await ask(client, 'a/main.preuves.yaml', '\nexigences:\n  INS/va1');
      const inManifests = found.filter((one) => !one.includes('.rem.yaml'));
      assert.deepEqual(inManifests, [
        'a/f/ins.preuves.yaml:1:LGC.INS.01',
        'a/main.preuves.yaml:20:INS/va1.56',
        'b/main.preuves.yaml:13:INS/va1.56',
      ]);
      const covers = smallCatalogue.coreScenarios.filter((one) => one.covers.includes('INS/va1.56')).length;
      const inCatalogue = found.filter((one) => one.startsWith('a/c.rem.yaml'));
      assert.ok(inCatalogue.length >= covers);
      const all = await ask(client, 'a/main.preuves.yaml', '\nexigences:\n  INS/va1', true);
      assert.equal(all.length, found.length + 2, 'and its own line in both catalogues');
    });
  });

  it('of a proof are its pieces, what ANS said of it, and chapters that name it', async () => {
    await withClient({}, async (client) => {
      await client.open('a/f/ins.preuves.yaml');
      assert.deepEqual(await ask(client, 'a/f/ins.preuves.yaml', '          INS/va1.56.02.0'), [
        'a/f/ins.preuves.yaml:5:INS/va1.56.02.01',
        'a/main.preuves.yaml:18:INS/va1.56.02.01',
        'a/main.preuves.yaml:24:INS/va1.56.02.01',
        'a/main.preuves.yaml:27:INS/va1.56.02.01',
      ]);
    });
  });

  it('of a file are its citations in the dossiers of its folder, however they are quoted', async () => {
    await withClient({}, async (client) => {
      await client.open('a/main.preuves.yaml');
      assert.deepEqual(await ask(client, 'a/main.preuves.yaml', 'preuves/a.p'), [
        'a/f/ins.preuves.yaml:6:"preuves/a.png"',
        'a/main.preuves.yaml:25:preuves/a.png',
      ]);
    });
  });

  it('begin in a catalogue too', async () => {
    await withClient({}, async (client) => {
      const name = 'a/c.rem.yaml';
      const text = fs.readFileSync(path.join(client.folder, name), 'utf8');
      const offset = text.indexOf('INS/va1.56.02.01');
      const position = TextDocument.create('', '', 0, text).positionAt(offset + 2);
      const params = { textDocument: { uri: client.uri(name) }, position, context: { includeDeclaration: false } };
      const found = await client.request<Location[]>('textDocument/references', params);
      assert.equal(found.length, 4);
    });
  });

  it('of nothing are none: in a comment, in a title, in a file that is not open or not there', async () => {
    await withClient({}, async (client) => {
      await client.open('a/main.preuves.yaml');
      assert.deepEqual(await ask(client, 'a/main.preuves.yaml', 'version: '), []);
      const position = { line: 0, character: 0 };
      for (const name of ['z.preuves.yaml', 'z.rem.yaml', 'b/main.preuves.yaml']) {
        const params = { textDocument: { uri: client.uri(name) }, position, context: { includeDeclaration: true } };
        assert.deepEqual(await client.request('textDocument/references', params), []);
      }
    });
  });

  it('are highlighted in the file that is open: entries as written, the rest as read', async () => {
    await withClient({}, async (client) => {
      await client.open('a/main.preuves.yaml');
      const found = await client.request<DocumentHighlight[]>(
        'textDocument/documentHighlight',
        at(client, 'a/main.preuves.yaml', '        preuve: INS/va1.56'),
      );
      assert.deepEqual(found.map(({ range, kind }) => [range.start.line, kind]).sort(), [
        [18, 2],
        [24, 3],
        [27, 2],
      ]);
    });
  });
});

describe('definition in a catalogue that ships', () => {
  const name = 'd.preuves.yaml';
  const body = manifest('exigences:\n  INS/va1.53:\n');
  const ask = (client: TestClient) =>
    client.request<Location[]>('textDocument/definition', at(client, name, 'exigences:\n  INS/'));

  it('leads to a document that is no file, for a client that shows such', async () => {
    await withClient({ files: { [name]: body }, options: { catalogueDocuments: true } }, async (client) => {
      await client.open(name);
      const [place] = await ask(client);
      assert.ok(place);
      assert.equal(place.uri, 'segur-preuves-catalogue:/MDV-LGC-Va2.rem.yaml');
      const { text } = await client.ask(catalogueTextRequest, { uri: place.uri });
      assert.equal(TextDocument.create('', '', 0, text ?? '').getText(place.range), 'INS/va1.53');
      const params = {
        textDocument: { uri: place.uri },
        position: place.range.start,
        context: { includeDeclaration: false },
      };
      const back = await client.request<Location[]>('textDocument/references', params);
      assert.ok(back.some(({ uri }) => uri === client.uri(name)));
    });
  });

  it('leads nowhere for another client, and no other address is answered', async () => {
    await withClient({ files: { [name]: body } }, async (client) => {
      await client.open(name);
      assert.deepEqual(await ask(client), []);
      for (const uri of [
        'segur-preuves-catalogue:/x.rem.yaml',
        'segur-preuves-catalogue:/../../a.rem.yaml',
        client.uri(name),
      ])
        assert.deepEqual(await client.ask(catalogueTextRequest, { uri }), {});
    });
  });
});

describe('rename', () => {
  const ask = (client: TestClient, name: string, what: string, newName: string) =>
    client.request<WorkspaceEdit | null>('textDocument/rename', { ...at(client, name, what), newName });
  const prepare = (client: TestClient, name: string, what: string) =>
    client.request<{ range: Range; placeholder: string } | null>('textDocument/prepareRename', at(client, name, what));

  /** Does on disk what an editor would. */
  const apply = (edit: WorkspaceEdit | null) => {
    for (const change of edit?.documentChanges ?? []) {
      const fileOf = (uri: string) => decodeURI(new URL(uri).pathname);
      if ('edits' in change) {
        const { textDocument, edits } = change;
        const file = fileOf(textDocument.uri);
        const document = TextDocument.create('', '', 0, fs.readFileSync(file, 'utf8'));
        fs.writeFileSync(file, TextDocument.applyEdits(document, edits as TextEdit[]));
      } else if (change.kind === 'rename') fs.renameSync(fileOf(change.oldUri), fileOf(change.newUri));
    }
  };
  const own = `scenarios:
  SCN_MAISON:   # le nôtre
    preuves:
      "SCN_MAISON.01":
        - { fichier: preuves/a.png }
    instruction:
      SCN_MAISON.01: [{ le: 2026-10-02, avis: soumis }]
`;

  it('refuses an id of the REM and a place that says nothing, and says so', async () => {
    await withClient({}, async (client) => {
      await client.open('a/main.preuves.yaml');
      await client.open('a/f/ins.preuves.yaml');
      const name = 'a/main.preuves.yaml';
      await assert.rejects(prepare(client, name, '\nexigences:\n  INS'), /est un identifiant du REM/);
      await assert.rejects(ask(client, name, '          INS/va1.56.02', 'X'), /est un identifiant du REM/);
      await assert.rejects(
        prepare(client, 'a/f/ins.preuves.yaml', '  LGC.INS'),
        /« INS\/va1.56 » est un identifiant du REM/,
      );
      await assert.rejects(prepare(client, name, 'version: '), /Rien ici ne peut être renommé/);
    });
  });

  it('gives what the team named another id everywhere, each in its own quoting, and back byte for byte', async () => {
    const files = {
      'a/main.preuves.yaml': withFragments(own),
      'a/f/ins.preuves.yaml': own.replaceAll('\n', '\r\n').replace('SCN_MAISON:', "'SCN_MAISON':"),
    };
    await withClient({ files }, async (client) => {
      const name = 'a/main.preuves.yaml';
      await client.open(name);
      assert.equal((await prepare(client, name, '\n  SCN_MAI'))?.placeholder, 'SCN_MAISON');
      const quoted = await prepare(client, name, '"SCN_MAISON.0');
      assert.deepEqual([quoted?.placeholder, quoted?.range.start.character], ['SCN_MAISON.01', 7]);
      apply(await ask(client, name, '"SCN_MAISON.0', 'SCN_MAISON.02'));
      const read = (file: string) => fs.readFileSync(path.join(client.folder, file), 'utf8');
      assert.equal(read(name), files[name].replaceAll('SCN_MAISON.01', 'SCN_MAISON.02'));
      const inFragment = files['a/f/ins.preuves.yaml'].replaceAll('SCN_MAISON.01', 'SCN_MAISON.02');
      assert.equal(read('a/f/ins.preuves.yaml'), inFragment);
      await client.close(name);
      await client.filesChanged([name, 'changed'], ['a/f/ins.preuves.yaml', 'changed']);
      await client.open(name);
      apply(await ask(client, name, '"SCN_MAISON.0', 'SCN_MAISON.01'));
      assert.equal(read(name), files[name]);
      assert.equal(read('a/f/ins.preuves.yaml'), files['a/f/ins.preuves.yaml']);
    });
  });

  it('refuses an id that stands there already, and one that is none', async () => {
    const body = 'scenarios:\n  SCN_A: {}\n  SCN_B: {}\n';
    await withClient({ files: { 'a/main.preuves.yaml': head(body) } }, async (client) => {
      const name = 'a/main.preuves.yaml';
      await client.open(name);
      await assert.rejects(ask(client, name, '  SCN_A', 'scn-b'), /déjà écrit/);
      await assert.rejects(ask(client, name, '  SCN_A', ' \n'), /Donnez un nom/);
      const edit = await ask(client, name, '  SCN_A', 'a: b # c');
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(
        change?.edits.map((one) => 'newText' in one && one.newText),
        ['"a: b # c"'],
      );
    });
  });

  it('moves a piece on disk along with all that cite it', async () => {
    await withClient({}, async (client) => {
      const name = 'a/main.preuves.yaml';
      await client.open(name);
      assert.equal((await prepare(client, name, 'fichier: preuves/a'))?.placeholder, 'preuves/a.png');
      const edit = await ask(client, name, 'fichier: preuves/a', 'preuves/vue d’été.png');
      const last = edit?.documentChanges?.at(-1) as RenameFile;
      assert.deepEqual(
        [last.kind, last.oldUri, last.newUri, last.options?.overwrite],
        ['rename', client.uri('a/preuves/a.png'), client.uri('a/preuves/vue d’été.png'), false],
      );
      apply(edit);
      const read = (file: string) => fs.readFileSync(path.join(client.folder, file), 'utf8');
      assert.match(read(name), / fichier: preuves\/vue d’été\.png\n/);
      assert.match(read('a/f/ins.preuves.yaml'), / fichier: "preuves\/vue d’été\.png"\n/);
      assert.equal(read('a/preuves/vue d’été.png'), 'x');
    });
  });

  it('refuses to write over a file, to leave the dossier, and what the editor cannot do', async () => {
    await withClient({}, async (client) => {
      const name = 'a/main.preuves.yaml';
      await client.open(name);
      const to = (path: string) => ask(client, name, 'fichier: preuves/a', path);
      await assert.rejects(to('preuves/été.pdf'), /existe déjà/);
      await assert.rejects(to('preuves'), /existe déjà/);
      for (const path of ['../a.png', '/a.png', 'C:\\a.png', 'a\\b.png', ''])
        await assert.rejects(to(path), /n’est pas un chemin/);
    });
    const workspaceEdit = { documentChanges: true };
    const capabilities = { ...everyFeature, workspace: { ...everyFeature.workspace, workspaceEdit } };
    await withClient({ capabilities }, async (client) => {
      await client.open('a/main.preuves.yaml');
      await assert.rejects(ask(client, 'a/main.preuves.yaml', 'fichier: preuves/a', 'b.png'), /ne sait pas renommer/);
    });
  });

  it('corrects the citations alone of a file that is not there', async () => {
    await withClient({}, async (client) => {
      fs.rmSync(path.join(client.folder, 'a/preuves/a.png'));
      await client.open('a/main.preuves.yaml');
      const edit = await ask(client, 'a/main.preuves.yaml', 'fichier: preuves/a', 'preuves/c.png');
      assert.deepEqual(
        edit?.documentChanges?.map((one) => ('kind' in one ? one.kind : one.textDocument.uri)),
        [client.uri('a/main.preuves.yaml'), client.uri('a/f/ins.preuves.yaml')],
      );
    });
  });
});

describe('symbols of the workspace', () => {
  const ask = async (client: TestClient, query: string) => {
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query });
    return found.map(({ name, containerName }) => `${name} (${containerName ?? ''})`);
  };

  it('are found by id, by letters of it, by words of a requirement, and pieces by their path', async () => {
    await withClient({}, async (client) => {
      await client.open('a/main.preuves.yaml');
      assert.deepEqual(await ask(client, 'ins/VA1.56.02.01'), [
        'INS/va1.56.02.01 (INS/va1.56.02 · ins.preuves.yaml)',
        'INS/va1.56.02.01 (INS/va1.56.02 · main.preuves.yaml)',
      ]);
      assert.deepEqual(await ask(client, 'ete.pdf'), ['preuves/été.pdf (INS/va1.56.02.01 · ins.preuves.yaml)']);
      assert.ok((await ask(client, 'enonce de')).includes('LGC.INS.01 (Énoncé de INS/va1.56 · ins.preuves.yaml)'));
      assert.deepEqual(await ask(client, 'zzz'), []);
      assert.ok((await ask(client, '')).length > 5);
    });
  });
});

describe('the way from a piece to what it proves', () => {
  const prepare = async (client: TestClient, name: string, what: string) => {
    const items = await client.request<CallHierarchyItem[] | null>(
      'textDocument/prepareCallHierarchy',
      at(client, name, what),
    );
    return items?.[0];
  };
  const incoming = (client: TestClient, item: CallHierarchyItem | undefined) =>
    client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
  const name = 'a/main.preuves.yaml';

  it('goes by its proofs and scenarios to requirements, and back', async () => {
    await withClient({}, async (client) => {
      await client.open(name);
      const piece = await prepare(client, name, 'fichier: preuves/a');
      assert.equal(piece?.name, 'preuves/a.png');
      const proofs = await incoming(client, piece);
      const shown = (calls: CallHierarchyIncomingCall[]) =>
        calls.map(({ from, fromRanges }) => [
          from.name,
          path.basename(from.uri),
          fromRanges.map((range) => textAt(client, { uri: from.uri, range }).split(':').pop()).join(),
        ]);
      assert.deepEqual(shown(proofs), [
        ['INS/va1.56.02.01', 'ins.preuves.yaml', '"preuves/a.png"'],
        ['INS/va1.56.02.01', 'main.preuves.yaml', 'preuves/a.png'],
      ]);
      const scenarios = await incoming(client, proofs[1]?.from);
      assert.ok(scenarios.every(({ from }) => from.name === 'INS/va1.56.02'));
      const requirements = await incoming(client, scenarios[0]?.from);
      assert.deepEqual([...new Set(requirements.map(({ from }) => from.name))], ['INS/va1.56']);
      const down = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
        item: proofs[1]?.from,
      });
      assert.deepEqual(down.map(({ to }) => to.name).sort(), ['preuves/a.png', 'preuves/été.pdf']);
    });
  });

  it('goes from a core-business scenario to the requirements that it covers', async () => {
    const [core] = smallCatalogue.coreScenarios;
    assert.ok(core);
    const [covered] = core.covers;
    const body = head(`exigences:\n  ${covered ?? ''}: {}\nscenarios:\n  ${core.id}: {}\n`);
    await withClient({ files: { [name]: body } }, async (client) => {
      await client.open(name);
      const calls = await incoming(client, await prepare(client, name, `  ${core.id}`));
      assert.deepEqual(
        calls.map(({ from }) => from.name),
        [covered],
      );
    });
  });

  it('is none from words, nor from what no server gave', async () => {
    await withClient({}, async (client) => {
      await client.open(name);
      assert.equal(await prepare(client, name, 'version: '), undefined);
      const item = await prepare(client, name, 'fichier: preuves/a');
      for (const data of [
        undefined,
        null,
        3,
        { subject: { kind: 'x' } },
        { subject: { kind: 'proof', id: 'a' }, rootUri: '' },
      ])
        assert.deepEqual(await client.request('callHierarchy/incomingCalls', { item: { ...item, data } }), []);
    });
  });
});

describe('features of the language', () => {
  it('are told only to a client that speaks of them', async () => {
    const names = [
      'referencesProvider',
      'documentHighlightProvider',
      'renameProvider',
      'workspaceSymbolProvider',
      'callHierarchyProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'inlayHintProvider',
      'documentFormattingProvider',
      'documentRangeFormattingProvider',
    ] as const;
    await withClient({}, (client) => {
      for (const name of names) assert.ok(client.serverCapabilities[name], name);
      return Promise.resolve();
    });
    await withClient({ capabilities: {} }, (client) => {
      // Some editors format without saying so.
      for (const name of names.slice(0, -2)) assert.equal(client.serverCapabilities[name], undefined, name);
      return Promise.resolve();
    });
  });
});
