import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { runsheetNamesRequest, runsheetRequest, type RunsheetParams } from '../../protocol/requests/runsheet';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  ANN/va1.01:
    suivi: { responsable: Ana }
`;

describe('scripts and letters from the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.stop());

  const names = (file = main) => client.ask(runsheetNamesRequest, { uri: client.uri(file) });
  const write = (name: string, params: Partial<RunsheetParams> = {}) =>
    client.ask(runsheetRequest, {
      uri: client.uri(main),
      target: path.join(client.folder, name),
      isLetter: false,
      by: 'chapter',
      ...params,
    });
  const read = (name: string) => fs.readFileSync(path.join(client.folder, name), 'utf8');

  it('say of whom and of which chapters something is left', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    const { people, chapters, uri } = (await names()) ?? assert.fail('no dossier');
    assert.deepEqual(people, ['Ana']);
    assert.ok(chapters.includes('Annuaire Santé'), chapters.join());
    assert.equal(uri, client.uri(main));
    assert.equal(await names('absent.preuves.yaml'), null);
  });

  it('are written in the form that the name asks for, of what is typed by now', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    await client.edit(main, 'Ana', 'Zoé');
    assert.deepEqual((await write('f.md', { by: 'person', person: 'Zoé' }))?.lost, []);
    assert.match(read('f.md'), /^# Script de tournage\n[\s\S]*## Zoé\n[\s\S]*ANN/);
    assert.doesNotMatch(read('f.md'), /## Annuaire/);
    await write('l.html', { isLetter: true, chapter: 'Annuaire Santé' });
    assert.match(read('l.html'), /^<!doctype html>[\s\S]*Pièces manquantes/);
    await write('f.pdf', { chapter: 'Annuaire Santé' });
    assert.match(read('f.pdf'), /^%PDF-/);
  });

  it('are not written empty for a name that stands nowhere, nor in an unknown form', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    await assert.rejects(write('f.md', { by: 'person', person: 'Bob' }), /« Bob ».*Ana/);
    await assert.rejects(write('f.md', { chapter: 'Nulle part' }), /« Nulle part »/);
    await assert.rejects(write('f.docx'), /\.html, \.pdf ou \.md/);
    assert.deepEqual(fs.readdirSync(client.folder), [main]);
  });

  it('do not say that nothing is left where no catalogue says what is expected', async () => {
    const unknown = manifest.replace('MDV-LGC-Va2', 'AUTRE-1').replace('exigences:', 'x-exigences:');
    client = await TestClient.start({ files: { [main]: unknown } });
    await client.open(main);
    for (const isLetter of [false, true]) {
      await write('f.md', { isLetter });
      assert.match(read('f.md'), /n’est pas connu/);
      assert.doesNotMatch(read('f.md'), /Rien ne reste|il ne manque rien|aucune preuve/);
    }
  });

  it('are not written in a workspace that is not trusted', async () => {
    client = await TestClient.start({ files: { [main]: manifest }, options: { trusted: false } });
    await assert.rejects(write('f.md'), /approuvé/);
    assert.deepEqual(fs.readdirSync(client.folder), [main]);
  });
});
