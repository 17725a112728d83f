import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { diskManifest, catalogueText } from '../kit/disk-dossier';
import { TestClient } from './protocol-kit';

const main = 'd.preuves.yaml';

/** Long enough that it is checked in many turns. */
function long(): string {
  const entries = Array.from(
    { length: 3000 },
    (_, number) =>
      `  X/${number}:\n    scenarios: { X/${number}.1: { preuves: { X/${number}.1.1: [{ fichier: a.png }] } } }\n`,
  );
  return diskManifest(`exigences:\n  INS/va1.56: {}\n${entries.join('')}`);
}

describe('while a long dossier is checked', function () {
  this.timeout(60_000);
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start({ files: { [main]: long(), 'catalogue.rem.yaml': catalogueText } });
    await client.open(main);
    await client.diagnostics(main);
  });
  afterEach(() => client.stop());

  /** Every entry has to be looked at again after it. */
  const changeHead = () => client.edit(main, '12.4.0', '12.5.0');

  it('what is pointed at is told before the check is done', async () => {
    // All of it is sent at once: nothing is checked before it is asked for.
    const edited = changeHead();
    const order: string[] = [];
    const pull = client.diagnostics(main).then(() => order.push('check'));
    const hover = client.connection
      .sendRequest('textDocument/hover', {
        textDocument: { uri: client.uri(main) },
        position: client.after(main, 'INS/va'),
      })
      .then((told) => {
        assert.ok(told);
        order.push('hover');
      });
    await Promise.all([edited, pull, hover]);
    assert.deepEqual(order, ['hover', 'check']);
  });

  it('giving it up ends it, and the next one finds everything', async () => {
    await changeHead();
    const source = new CancellationTokenSource();
    const pull = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: client.uri(main) } },
      source.token,
    );
    source.cancel();
    await assert.rejects(
      pull,
      (error: unknown) => error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled,
    );
    assert.ok((await client.diagnostics(main)).length >= 3000);
  });
});
