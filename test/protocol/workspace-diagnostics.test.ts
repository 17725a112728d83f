import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  CancellationTokenSource,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { complianceRequest } from '../../protocol/requests/compliance';
import { checkRequest } from '../../protocol/requests/check';
import { manifest } from '../kit/dossier-kit';
import { TestClient } from './protocol-kit';

const missing = 'preuve/fichier-introuvable';
const citing = (file: string) =>
  manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: ${file}
`);

describe('diagnostics of the whole workspace', () => {
  let client: TestClient;
  let parts: WorkspaceDocumentDiagnosticReport[];
  let stop: CancellationTokenSource;
  const waiting = new Set<() => void>();

  const start = async (files: Record<string, string>) => {
    client = await TestClient.start({ files });
    parts = [];
    stop = new CancellationTokenSource();
  };
  afterEach(() => client.stop());

  /** Asks as an editor does that takes parts of an answer. */
  const pull = (previous: { uri: string; value: string }[] = [], token = 'parts') => {
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
      parts.push(...items);
      for (const look of [...waiting]) look();
    });
    const params = { previousResultIds: previous, partialResultToken: token };
    return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, stop.token);
  };
  /** What was last said of a file. */
  const last = (name: string) => parts.findLast(({ uri }) => uri === client.uri(name));
  const tells = (name: string, code: string) => {
    const report = last(name);
    return report?.kind === 'full' && report.items.some((one) => one.code === code);
  };
  /** Looked at whenever a part comes. */
  const until = (what: string, condition: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`never: ${what}`));
      }, 5000);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  it('come in parts, and go on coming as files change, while the request stays open', async () => {
    await start({ 'a/d.preuves.yaml': citing('gone.png'), 'b/d.preuves.yaml': citing('gone.png') });
    let answered = false;
    const answer = pull().then((report) => {
      answered = true;
      return report;
    });
    await client.ask(checkRequest, {});
    await until('both are told', () => tells('a/d.preuves.yaml', missing) && tells('b/d.preuves.yaml', missing));
    const before = parts.length;
    client.write('a/gone.png', 'x');
    await client.filesChanged(['a/gone.png', 'created']);
    await client.ask(checkRequest, {});
    await until('the one that changed is told', () => !tells('a/d.preuves.yaml', missing));
    assert.ok(parts.slice(before).every(({ uri }) => uri === client.uri('a/d.preuves.yaml')));
    fs.rmSync(path.join(client.folder, 'b/d.preuves.yaml'));
    await client.filesChanged(['b/d.preuves.yaml', 'deleted']);
    await until('the one that is gone is cleared', () => !tells('b/d.preuves.yaml', missing));
    assert.ok(!answered);
    assert.deepEqual(
      client.published.filter(({ diagnostics }) => diagnostics.length > 0),
      [],
    );
    stop.cancel();
    assert.deepEqual(await answer, { items: [] });
  });

  it('belong to no dossier once the file is gone, though an editor shows its text, until somebody writes in it', async () => {
    await start({ 'a/d.preuves.yaml': citing('gone.png'), 'b/d.preuves.yaml': citing('gone.png') });
    await client.open('a/d.preuves.yaml');
    const shown = async () =>
      (await client.ask(complianceRequest, { groupBy: 'chapter' })).dossiers.map(({ uri }) => uri);
    assert.equal((await shown()).length, 2);
    fs.rmSync(path.join(client.folder, 'a'), { recursive: true });
    // Of a folder that is deleted, editors tell its own name alone.
    await client.filesChanged(['a', 'deleted']);
    await client.until('the dossier is gone', async () => (await shown()).length === 1);
    assert.deepEqual(await shown(), [client.uri('b/d.preuves.yaml')]);
    await client.edit('a/d.preuves.yaml', 'gone.png', 'autre.png');
    await client.until('the dossier is back', async () => (await shown()).length === 2);
    stop.cancel();
  });

  it('are not told again to who has them', async () => {
    await start({ 'd.preuves.yaml': citing('gone.png') });
    const first = pull();
    await client.ask(checkRequest, {});
    await until('it is told', () => tells('d.preuves.yaml', missing));
    const value = last('d.preuves.yaml')?.resultId ?? assert.fail();
    parts.length = 0;
    const second = pull([{ uri: client.uri('d.preuves.yaml'), value }], 'again');
    await first;
    await until('it is compared', () => parts.length > 0);
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['unchanged'],
    );
    stop.cancel();
    await second;
  });

  it('stand for a file that was closed', async () => {
    await start({ 'd.preuves.yaml': citing('gone.png') });
    const answer = pull();
    await client.open('d.preuves.yaml');
    await client.ask(checkRequest, {});
    await until('it is told', () => tells('d.preuves.yaml', missing));
    parts.length = 0;
    await client.close('d.preuves.yaml');
    assert.ok((await client.codes('d.preuves.yaml')).includes(missing), 'a pull of a closed file is answered too');
    await until('it is told again', () => tells('d.preuves.yaml', missing));
    assert.equal(last('d.preuves.yaml')?.version, null);
    stop.cancel();
    await answer;
  });

  it('come whole to who takes no parts, once there is something new', async () => {
    await start({ 'd.preuves.yaml': citing('gone.png') });
    const ask = (previous: { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport> =>
      client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: previous });
    let known: { uri: string; value: string }[] = [];
    const seen: string[] = [];
    while (!seen.includes(missing)) {
      const { items } = await ask(known);
      for (const item of items) if (item.kind === 'full') seen.push(...item.items.map(({ code }) => String(code)));
      known = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    }
    const held = ask(known);
    client.write('gone.png', 'x');
    await client.filesChanged(['gone.png', 'created']);
    const [item] = (await held).items;
    assert.equal(item?.kind, 'full');
  });
});
