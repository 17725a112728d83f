import assert from 'node:assert/strict';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import {
  examineFileRequest,
  fileStatusRequest,
  listFolderRequest,
  placeFileRequest,
  readFileRequest,
  takeAwayFileRequest,
} from '../../protocol/client-files';
import { attachRequest, type AttachResult } from '../../protocol/requests/attach';
import { complianceRequest, type ComplianceView } from '../../protocol/requests/compliance';
import { packageRequest } from '../../protocol/requests/package';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { startWebServer } from '../../server/web/web-server';
import { digest, MemoryDisk } from '../kit/memory-disk';
import { catalogueOf, requirementWith } from '../kit/revision-kit';

/** Messages that pass as they are, as between a page and its worker. */
class Passing extends AbstractMessageWriter {
  #callback: DataCallback | undefined;
  readonly #early: Message[] = [];
  readonly reader = new (class extends AbstractMessageReader {
    constructor(readonly from: (callback: DataCallback) => void) {
      super();
    }
    listen(callback: DataCallback) {
      this.from(callback);
      return { dispose: () => undefined };
    }
  })((callback) => {
    this.#callback = callback;
    for (const message of this.#early.splice(0)) callback(message);
  });

  write(message: Message): Promise<void> {
    setImmediate(() => {
      if (this.#callback) this.#callback(structuredClone(message));
      else this.#early.push(message);
    });
    return Promise.resolve();
  }
  end(): void {
    this.#callback = undefined;
  }
}

const root = 'vscode-vfs://github/editeur/depot';
const manifest = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: essai.rem.yaml
cle_inventee: oui
exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
`;

describe('the server in a browser', () => {
  let disk: MemoryDisk;
  let client: ProtocolConnection;
  const main = () => disk.uri('dossier/main.preuves.yaml');

  beforeEach(async () => {
    const [toServer, toClient] = [new Passing(), new Passing()];
    startWebServer(createConnection(toServer.reader, toClient));
    client = createProtocolConnection(toClient.reader, toServer);
    disk = new MemoryDisk(root, {
      'dossier/essai.rem.yaml': writeCatalogue(catalogueOf([requirementWith('A.01', [1], { texte: 'Énoncé.' })])),
      'dossier/main.preuves.yaml': manifest,
      'recu/A.01.01.01 journal.log': 'le journal reçu\n',
    });
    const answer = (method: string, give: (params: never, cancellation: typeof neverCancelled) => unknown): void => {
      client.onRequest(method, (params: never) => give(params, neverCancelled));
    };
    answer(readFileRequest.method, disk.read);
    answer(listFolderRequest.method, disk.list);
    answer(fileStatusRequest.method, disk.status);
    answer(examineFileRequest.method, disk.examine);
    answer(placeFileRequest.method, disk.place);
    answer(takeAwayFileRequest.method, disk.takeAway);
    client.listen();
    await client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      locale: 'fr',
      capabilities: { textDocument: { diagnostic: {} } },
      workspaceFolders: [{ name: 'depot', uri: root }],
    });
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: main(), languageId: 'preuves-segur', version: 1, text: manifest },
    });
  });
  afterEach(async () => {
    await client.sendRequest('shutdown');
    client.dispose();
  });

  const diagnostics = async (): Promise<Diagnostic[]> => {
    const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: main() },
    });
    assert.ok(report.kind === 'full');
    return report.items;
  };
  const attach = (uri: string) =>
    client.sendRequest<AttachResult>(attachRequest.method, {
      uri: main(),
      pieces: [{ kind: 'file', uri, slot: { proof: 'A.01.01.01' } }],
    });

  it('reads a dossier of no disk, and says what is wrong in it', async () => {
    const codes = (await diagnostics()).map(({ code }) => code);
    assert.ok(codes.includes('manifeste/cle-inconnue'), codes.join());
    const { dossiers } = await client.sendRequest<ComplianceView>(complianceRequest.method, { groupBy: 'chapter' });
    assert.equal(dossiers.length, 1);
  });

  it('has a file put in place, and cites it with its digest', async () => {
    const result = await attach(disk.uri('recu/A.01.01.01 journal.log'));
    assert.ok(result.kind === 'planned', JSON.stringify(result));
    assert.deepEqual(result.copies, [disk.uri('dossier/preuves/A.01.01.01-journal.log')]);
    assert.equal(disk.text('dossier/preuves/A.01.01.01-journal.log'), 'le journal reçu\n');
    const [edit] = result.edit.changes[main()] ?? [];
    assert.ok(edit?.newText.includes(`sha256: ${digest('le journal reçu\n')}`), edit?.newText);
    // What the client does not do is not done: the manifest is its to write.
    assert.equal(disk.text('dossier/main.preuves.yaml'), manifest);
  });

  it('cites a file that lies in the dossier where it is', async () => {
    disk.write('dossier/ici/journal.log', 'ici\n');
    const result = await attach(disk.uri('dossier/ici/journal.log'));
    assert.ok(result.kind === 'planned', JSON.stringify(result));
    assert.deepEqual(result.copies, []);
    assert.ok(result.edit.changes[main()]?.[0]?.newText.includes('fichier: ici/journal.log'));
  });

  it('takes another name where one is taken, in whatever letter case', async () => {
    disk.write('dossier/preuves/a.01.01.01-JOURNAL.log', 'autre\n');
    const result = await attach(disk.uri('recu/A.01.01.01 journal.log'));
    assert.ok(result.kind === 'planned', JSON.stringify(result));
    assert.equal(disk.text('dossier/preuves/a.01.01.01-JOURNAL.log'), 'autre\n');
    assert.deepEqual(result.copies, [disk.uri('dossier/preuves/A.01.01.01-journal-2.log')]);
  });

  it('leaves nothing where the second file cannot be placed', async () => {
    disk.write('recu/deux.log', 'deux\n');
    disk.refused.set(disk.uri('dossier/preuves/deux.log'), { kind: 'unreadable', reason: 'NoPermissions' });
    const pieces = ['recu/A.01.01.01 journal.log', 'recu/deux.log'].map((path) => ({
      kind: 'file',
      uri: disk.uri(path),
      slot: { proof: 'A.01.01.01' },
    }));
    // Whether it is planned around or refused: never a file that nothing cites.
    const before = [...disk.files.keys()];
    await client.sendRequest<AttachResult>(attachRequest.method, { uri: main(), pieces }).then(
      (result) => {
        assert.ok(result.kind === 'planned' && result.copies.every((uri) => disk.files.has(uri)));
      },
      (error: unknown) => {
        assert.match(String(error), /NoPermissions/);
        assert.deepEqual([...disk.files.keys()], before);
      },
    );
  });

  it('says of a file that is gone to choose it again', async () => {
    await assert.rejects(attach(disk.uri('recu/absent.log')), /« absent\.log » n’existe plus/);
  });

  it('refuses what needs a machine, in words', async () => {
    await assert.rejects(client.sendRequest(packageRequest.method, {}), /demande VS Code sur votre poste/);
    await assert.rejects(client.sendRequest('segur/inconnu', {}), /demande VS Code sur votre poste/);
    await assert.rejects(client.sendRequest('autre/chose', {}), /Unhandled method/);
  });
});
