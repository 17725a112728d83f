import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { saveTasksRequest, taskPeopleRequest } from '../../protocol/requests/tasks';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  ANN/va1.01:
    suivi: { responsable: "=Ana", pour_le: 2020-01-01 }
`;

describe('who does what by when, from the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.stop());
  const save = (name: string, person?: string) =>
    client.ask(saveTasksRequest, {
      uri: client.uri(main),
      target: path.join(client.folder, name),
      ...(person === undefined ? {} : { person }),
    });
  const read = (name: string) => fs.readFileSync(path.join(client.folder, name), 'utf8');

  it('says of whom something is left, and how much of it is late', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    const { people } = (await client.ask(taskPeopleRequest, { uri: client.uri(main) })) ?? assert.fail();
    assert.deepEqual(
      people.map(({ name }) => name),
      ['=Ana'],
    );
    assert.ok((people[0]?.left ?? 0) > 0);
    assert.equal(people[0]?.late, people[0]?.left);
    assert.equal(await client.ask(taskPeopleRequest, { uri: client.uri('absent.preuves.yaml') }), null);
  });

  it('is written in the form that the name asks for, of what is typed by now', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    await client.edit(main, '2020-01-01', '2020-02-03');
    await save('t.ics', '=ana');
    assert.match(read('t.ics'), /DTSTART;VALUE=DATE:20200203/);
    await save('t.csv');
    assert.match(read('t.csv'), /^\uFEFFClé;Preuve;[\s\S]*;'=Ana;2020-02-03;oui;/);
    for (const name of ['t.html', 't.json', 't.txt'])
      assert.match((await save(name))?.path ?? '', new RegExp(`${name}$`));
    assert.equal(await client.ask(saveTasksRequest, { uri: client.uri('a.preuves.yaml'), target: '/x.csv' }), null);
  });

  it('is not written empty for a name that stands nowhere, in an unknown form, or without trust', async () => {
    client = await TestClient.start({ files: { [main]: manifest } });
    await client.open(main);
    await assert.rejects(save('t.csv', 'Bob'), /« Bob ».*=Ana/);
    await assert.rejects(save('t.docx'), /\.ics/);
    assert.deepEqual(fs.readdirSync(client.folder), [main]);
    await client.stop();
    client = await TestClient.start({ files: { [main]: manifest }, options: { trusted: false } });
    await assert.rejects(save('t.csv'), /approuvé/);
  });
});
