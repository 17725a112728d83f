import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from '../kit/dossier-kit';
import { TestClient } from './protocol-kit';

const rule = 'yaml/encodage';
const name = 'd.preuves.yaml';
const fragment = 'parts/a.preuves.yaml';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** With a key to correct. */
const main = manifest('')
  .replace('  nom:', '  nomm:')
  .replace('depot_vise', 'fragments: [parts/*.preuves.yaml]\n  depot_vise');
const part = 'version: 1\nexigences:\n  INS/va1.56:\n    comentaire: vérifié\n';

describe('files in another encoding', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const edits = async (file: string, code: string) => {
    const found = (await client.diagnostics(file)).find((one) => one.code === code);
    assert.ok(found, code);
    return (await client.codeActions(file, found)).filter(({ edit }) =>
      edit?.documentChanges?.some((change) => 'textDocument' in change && change.textDocument.uri === client.uri(file)),
    );
  };

  it('are told when an editor misreads them, and not offered a change that would lose more', async () => {
    client = await TestClient.start({ files: { [name]: latin1(main), [fragment]: part } });
    // An editor that takes every file for UTF-8 shows U+FFFD for each accent.
    await client.open(name);
    const [lost, ...others] = (await client.diagnostics(name)).filter(({ code }) => code === rule);
    assert.equal(others.length, 0);
    assert.equal(lost?.severity, 2);
    assert.deepEqual(await edits(name, 'manifeste/cle-inconnue'), []);
    assert.deepEqual(await edits(name, rule), []);
    // Opened in its own encoding it is a text like another.
    await client.close(name);
    await client.open(name, main);
    assert.ok(!(await client.codes(name)).includes(rule));
    assert.ok((await edits(name, 'manifeste/cle-inconnue')).length > 0);
  });

  it('are judged as they are on the disk while closed', async () => {
    client = await TestClient.start({ files: { [name]: main, [fragment]: latin1(part) }, diagnostics: 'push' });
    await client.open(name);
    await client.until('the closed fragment is reported', () =>
      Promise.resolve(client.pushed(fragment)?.diagnostics.some(({ code }) => code === rule) ?? false),
    );
    const found = client.pushed(fragment)?.diagnostics.find(({ code }) => code === rule);
    assert.deepEqual(found?.range.start, { line: 3, character: part.split('\n')[3]?.indexOf('é') });
    assert.ok(readFileSync(join(client.folder, fragment)).equals(latin1(part)));
  });

  it('are offered no change, and questions are still answered, when what was misread cannot be read any more', async () => {
    client = await TestClient.start({ files: { [name]: latin1(main), [fragment]: part } });
    await client.open(name);
    const file = join(client.folder, name);
    rmSync(file);
    mkdirSync(file);
    assert.deepEqual(await edits(name, 'manifeste/cle-inconnue'), []);
  });

  it('are offered changes where a letter was lost in UTF-8 itself', async () => {
    client = await TestClient.start({ files: { [name]: main.replace('É', '\ufffd'), [fragment]: part } });
    await client.open(name);
    assert.ok((await client.codes(name)).includes(rule));
    assert.ok((await edits(name, 'manifeste/cle-inconnue')).length > 0);
  });
});
