import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { reportRequest, type ReportLink } from '../../protocol/requests/report';
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
    const { title, notice, tables } = (await report()) ?? assert.fail('no report');
    assert.match(title, /AutreCabinet 12\.4\.0$/);
    assert.match(notice, /^Internal report/);
    assert.match(JSON.stringify(tables), /SECRET/);
    assert.equal(await report('absent.preuves.yaml'), null);
    assert.deepEqual(fs.readdirSync(client.folder), [main], 'nothing is written');
  });

  it('tells where each part of it leads', async () => {
    const files = {
      [main]: `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  ANN/va1.01:
    scenarios:
      ANN/va1.01.01:
        preuves:
          ANN/va1.01.01.01:
            - fichier: a.txt
            - fichier: absent.txt
            - lien: https://forge.example/1
            - lien: javascript:alert(1)
`,
      'a.txt': 'x',
    };
    client = await TestClient.start({ files });
    await client.open(main);
    const hasFile = async () => JSON.stringify((await report())?.tables).includes('"kind":"file"');
    await client.until('the piece to be read', hasFile);
    const view = (await report()) ?? assert.fail('no report');
    const text = files[main].split('\n');
    const matrix = view.tables.find(({ role }) => role === 'matrix') ?? assert.fail('no matrix');
    const column = (header: string) => matrix.headers.indexOf(header);
    const cells = (value: string) => matrix.rows.filter((row) => row.cells.includes(value));
    const lineAt = (link: ReportLink | undefined) =>
      link?.kind === 'place' ? (text[view.places[link.place]?.range.start.line ?? -1] ?? '').trim() : undefined;

    const [there] = cells('a.txt');
    assert.equal(lineAt(there?.links[column('Exigence')]), 'ANN/va1.01:');
    assert.equal(lineAt(there?.links[column('Scénario')]), 'ANN/va1.01.01:');
    assert.equal(lineAt(there?.links[column('Preuve')]), 'ANN/va1.01.01.01:');
    assert.deepEqual(there?.links[column('Pièce')], { kind: 'file', uri: client.uri('a.txt') });
    assert.equal(cells('absent.txt')[0]?.links[column('Pièce')], undefined, 'no file, nothing to open');
    const [web] = cells('https://forge.example/1');
    assert.deepEqual(web?.links[column('Pièce')], { kind: 'web', url: 'https://forge.example/1' });
    assert.equal(cells('javascript:alert(1)')[0]?.links[column('Pièce')], undefined);

    // What is not written yet leads to where it would be.
    const unwritten = matrix.rows.find(
      ({ cells: [chapter], links }) => chapter !== '' && lineAt(links[2]) === 'exigences:',
    );
    assert.ok(unwritten);
    const findings = view.tables.find(({ title }) => title === 'Constats') ?? assert.fail('no findings');
    const missing = findings.rows.find((row) => row.cells.some((cell) => String(cell).includes('absent.txt')));
    assert.match(lineAt(missing?.links[findings.headers.indexOf('Emplacement')]) ?? '', /absent\.txt/);
  });

  it('counts in its rows what its figures say', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    const view = (await report()) ?? assert.fail('no report');
    const matrix = view.tables.find(({ role }) => role === 'matrix') ?? assert.fail('no matrix');
    const total = (view.counts ?? []).reduce((sum, count) => sum + count, 0);
    assert.ok(total > 0);
    for (const { by, bars } of view.charts) {
      assert.equal(
        bars.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0),
        total,
        by,
      );
      const empty = bars.filter(({ counts }) => counts.every((count) => count === 0));
      assert.ok(empty.length > 0);
      for (const { name, uncounted } of empty) assert.match(uncounted.join(), /\d/, name);
      for (const { name, counts } of bars) {
        view.states.forEach(({ status }, at) => {
          const rows = matrix.rows.filter(({ share }) => share?.[by] === name && share.statuses.includes(status));
          // A choice is counted once, and all of its rows are shown.
          assert.ok(rows.length >= (counts[at] ?? 0), `${name}, ${status}: ${rows.length} < ${counts[at]}`);
          assert.ok(rows.length === 0 || (counts[at] ?? 0) > 0, `${name}, ${status}`);
        });
      }
    }
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
