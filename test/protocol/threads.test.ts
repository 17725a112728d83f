import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { complianceRequest } from '../../protocol/requests/compliance';
import { ficheRequest } from '../../protocol/requests/fiche';
import { tableRequest } from '../../protocol/requests/table';
import { threadChangeRequest, threadsRequest, type ThreadChangeView } from '../../protocol/requests/threads';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  ANN/va1.01:
    suivi: { responsable: Ana, pour_le: 2020-01-01 }
    scenarios:
      ANN/va1.01.01:
        preuves:
          ANN/va1.01.01.01: []
`;
const lineOf = (text: string) => manifest.split('\n').findIndex((line) => line.includes(text));

describe('threads from the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.stop());

  const start = async (files: Record<string, string | Buffer> = {}, options = {}) => {
    client = await TestClient.start({ files: { [main]: manifest, ...files }, options });
    await client.open(main);
  };
  const change = (one: ThreadChangeView, file = main) =>
    client.ask(threadChangeRequest, { uri: client.uri(file), change: one });
  const done = async (one: ThreadChangeView) => {
    const answer = await change(one);
    return answer.kind === 'done' ? answer.id : assert.fail(answer.message);
  };
  const threads = async () => (await client.ask(threadsRequest, {})).dossiers[0]?.threads ?? [];
  const read = (id: string) => fs.readFileSync(path.join(client.folder, 'discussions', id), 'utf8');
  const proof = lineOf('ANN/va1.01.01.01');

  it('begin at the line of a proof, a scenario or a requirement, and nowhere else', async () => {
    await start();
    const id = await done({ kind: 'start', at: { line: proof }, by: 'Ana', text: 'Le bandeau\nn’est pas lisible.' });
    assert.match(
      read(id),
      /^version: 1\nexigence: "ANN\/va1\.01"\nscenario: "ANN\/va1\.01\.01"\npreuve: "ANN\/va1\.01\.01\.01"\netat: ouverte\n/,
    );
    assert.match(
      read(await done({ kind: 'start', at: { line: proof - 2 }, by: 'Ana', text: 'x' })),
      /scenario: "[^\n]+\netat/,
    );
    assert.match(
      read(await done({ kind: 'start', at: { line: proof - 4 }, by: 'Ana', text: 'x' })),
      /exigence: "[^\n]+\netat/,
    );
    for (const line of [0, 3, 999]) {
      const refused = await change({ kind: 'start', at: { line }, by: 'Ana', text: 'x' });
      assert.equal(refused.kind, 'refused', String(line));
    }
    assert.equal((await threads()).length, 3);
  });

  it('are answered, closed, opened again, and lose a message of one’s own', async () => {
    await start();
    const id = await done({ kind: 'start', at: { line: proof }, by: 'Ana', text: 'un' });
    await done({ kind: 'reply', id, by: 'Bo', text: 'deux' });
    await done({ kind: 'state', id, open: false });
    let [thread] = await threads();
    assert.deepEqual(
      [
        thread?.isOpen,
        thread?.messages.map(({ by, text }) => [by, text]),
        thread?.about,
        thread?.place?.range.start.line,
      ],
      [
        false,
        [
          ['Ana', 'un'],
          ['Bo', 'deux'],
        ],
        'ANN/va1.01.01.01',
        proof,
      ],
    );
    await done({ kind: 'state', id, open: true });
    const message = thread?.messages[0] ?? assert.fail();
    const other = await change({ kind: 'delete', id, at: 1, message });
    assert.equal(other.kind, 'refused');
    await done({ kind: 'delete', id, at: 0, message });
    [thread] = await threads();
    assert.deepEqual([thread?.isOpen, thread?.messages.map(({ text }) => text)], [true, ['deux']]);
    await done({ kind: 'delete', id, at: 0, message: thread?.messages[0] ?? assert.fail() });
    assert.deepEqual(await threads(), []);
    const gone = await change({ kind: 'reply', id, by: 'Ana', text: 'trois' });
    assert.match(gone.kind === 'refused' ? gone.message : '', /n’existe plus/);
  });

  it('lose nothing that is said at once', async () => {
    await start();
    const id = await done({ kind: 'start', at: { line: proof }, by: 'Ana', text: '0' });
    await Promise.all(Array.from({ length: 12 }, (_, n) => done({ kind: 'reply', id, by: 'Bo', text: String(n + 1) })));
    const [thread] = await threads();
    assert.deepEqual(
      thread?.messages.map(({ text }) => Number(text)).sort((a, b) => a - b),
      Array.from({ length: 13 }, (_, n) => n),
    );
  });

  it('are counted in the tree and in the table, and shown in the fiche, as they are on disk by now', async () => {
    await start();
    const before = (await client.ask(complianceRequest, { groupBy: 'chapter' })).dossiers[0];
    assert.deepEqual([before?.openThreads, before?.late], [undefined, 2]);
    assert.match(before?.team?.join() ?? '', /2 preuves sont en retard/);
    const told = client.figures;
    const id = await done({ kind: 'start', at: { line: proof }, by: 'Ana', text: 'un' });
    await client.until('figures', () => client.figures > told);
    const view = (await client.ask(complianceRequest, { groupBy: 'chapter' })).dossiers[0];
    assert.equal(view?.openThreads, 1);
    const shown = JSON.stringify(view);
    assert.match(shown, /"description":"à fournir · 1 discussion ouverte"/);
    const table = await client.ask(tableRequest, { uri: client.uri(main) });
    const rows = table.kind === 'table' ? table.rows.filter((row) => row.threads !== undefined) : [];
    assert.deepEqual(
      rows.map(({ proof: { id: own }, threads: words }) => [own, words]),
      [['ANN/va1.01.01.01', '1 discussion ouverte']],
    );
    const fiche = async () => {
      const answer = await client.ask(ficheRequest, {
        uri: client.uri(main),
        at: { kind: 'entry', requirement: 'ANN/va1.01' },
      });
      return answer.kind === 'fiche' ? answer.fiche.scenarios[0]?.proofs[0]?.threads : undefined;
    };
    assert.equal((await fiche())?.[0]?.messages[0]?.text, 'un');
    // A colleague answers, in the shared folder.
    const file = path.join(client.folder, 'discussions', id);
    fs.appendFileSync(file, '  - { par: Bo, le: 2026-11-20, texte: deux }\n');
    await client.filesChanged([`discussions/${id}`, 'changed']);
    assert.equal((await fiche())?.[0]?.messages.length, 2);
  });

  it('that are broken, about nothing or not read are shown at the head of the manifest', async () => {
    await start({
      'discussions/cassée.yaml': 'bonjour\n',
      'discussions/orpheline.yaml': 'version: 1\npreuve: AILLEURS\nmessages: []\n',
      'discussions/latin.yaml': Buffer.from('version: 1\npreuve: ANN/va1.01.01.01\nsujet: é\n', 'latin1'),
    });
    const shown = await threads();
    assert.equal(shown.length, 3);
    for (const { id, trouble } of shown) assert.ok(trouble?.includes(id), id);
    assert.deepEqual(
      shown.map(({ id, place, isReadOnly }) => [id, place?.range.start.line, isReadOnly ?? false]),
      [
        ['cassée.yaml', 0, true],
        ['latin.yaml', proof, true],
        ['orpheline.yaml', 0, false],
      ],
    );
    const refused = await change({ kind: 'reply', id: 'cassée.yaml', by: 'Ana', text: 'x' });
    assert.match(refused.kind === 'refused' ? refused.message : '', /cassée\.yaml n’a pas été modifié/);
    await assert.rejects(change({ kind: 'reply', id: 'latin.yaml', by: 'Ana', text: 'x' }), /latin\.yaml/);
    assert.equal(read('cassée.yaml'), 'bonjour\n');
  });

  it('are of one dossier where the folder holds two', async () => {
    await start({ 'autre.preuves.yaml': manifest });
    const id = await done({ kind: 'start', at: { requirement: 'ANN/va1.01' }, by: 'Ana', text: 'x' });
    assert.match(read(id), /\ndossier: "main\.preuves\.yaml"\n/);
    const { dossiers } = await client.ask(threadsRequest, {});
    assert.deepEqual(dossiers.map(({ uri, threads: own }) => [path.basename(uri), own.length]).sort(), [
      ['autre.preuves.yaml', 0],
      ['main.preuves.yaml', 1],
    ]);
  });

  it('are not written by nobody, with no words, out of the dossier, or without trust', async () => {
    await start();
    const refused: readonly ThreadChangeView[] = [
      { kind: 'start', at: { line: proof }, by: ' ', text: 'x' },
      { kind: 'start', at: { line: proof }, by: 'Ana', text: ' \n ' },
      { kind: 'start', at: {}, by: 'Ana', text: 'x' },
    ];
    for (const one of refused) assert.equal((await change(one)).kind, 'refused');
    await assert.rejects(change({ kind: 'reply', id: '../../x.yaml', by: 'Ana', text: 'x' }));
    assert.ok(!fs.existsSync(path.join(client.folder, 'discussions')));
    await client.stop();
    await start({}, { trusted: false });
    await assert.rejects(change({ kind: 'start', at: { line: proof }, by: 'Ana', text: 'x' }), /approuvé/);
    assert.ok(!fs.existsSync(path.join(client.folder, 'discussions')));
  });
});
