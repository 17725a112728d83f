import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { reportRequest } from '../../protocol/requests/report';
import { saveReportRequest } from '../../protocol/requests/save-report';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  PSC.08:
    note_interne: SECRET
`;

describe('report in the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.stop());

  const report = (name = main) => client.ask(reportRequest, { uri: client.uri(name) });
  const save = (name: string, forAns: boolean) =>
    client.ask(saveReportRequest, {
      uri: client.uri(main),
      target: path.join(client.folder, name),
      forAns,
    });

  it('shows the text as it is typed, in the language of the editor', async () => {
    client = await TestClient.start({ files: { [main]: manifest }, locale: 'en' });
    await client.open(main);
    await client.edit(main, 'MonCabinet', 'AutreCabinet');
    const { title, html } = (await report()) ?? assert.fail('no report');
    assert.match(title, /AutreCabinet 12\.4\.0$/);
    assert.match(html, /^<!doctype html>\n<html lang="en">/);
    assert.match(html, /SECRET/);
    assert.equal(await report('absent.preuves.yaml'), null);
    assert.deepEqual(fs.readdirSync(client.folder), [main], 'nothing is written');
  });

  it('saves what a file name asks for, without notes for ANS', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    for (const name of ['r.html', 'r.csv', 'r.md', 'r.xlsx']) {
      const saved = (await save(name, true)) ?? assert.fail('no report');
      const text = fs.readFileSync(saved.path, 'latin1');
      assert.ok(text.length > 0 && !text.includes('SECRET'), name);
    }
    await save('interne.csv', false);
    const csv = fs.readFileSync(path.join(client.folder, 'interne.csv'), 'utf8');
    assert.match(csv, /^\uFEFFChapitre;Domaine;/);
    assert.match(csv, /SECRET/);
    await assert.rejects(save('r.pdf', true), /\.html, \.xlsx, \.csv/);
  });

  it('writes nothing in a workspace that is not trusted', async () => {
    client = await TestClient.start({ files: { [main]: manifest }, options: { trusted: false } });
    assert.ok(await report());
    await assert.rejects(save('r.html', true), /approuvé/);
    assert.deepEqual(fs.readdirSync(client.folder), [main]);
  });
});
