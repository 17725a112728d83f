import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkRequest } from '../../protocol/requests/check';
import { manifest } from '../kit/dossier-kit';
import { TestClient } from './protocol-kit';

const missing = 'preuve/fichier-introuvable';
const orphan = 'preuve/orpheline';
const name = 'd.preuves.yaml';
const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - fichier: preuves/a.txt
            - fichier: preuves/c.txt
`);
/** More than an editor tells in one go after somebody copies a folder. */
const burst = 3000;
const names = Array.from({ length: burst }, (_, number) => `preuves/lot/${number}.txt`);

describe('a burst of changes on disk', function () {
  this.timeout(60_000);
  let client: TestClient;
  const codes = async (code: string) => (await client.codes(name)).filter((one) => one === code).length;
  beforeEach(async () => {
    client = await TestClient.start({ files: { [name]: main, 'preuves/a.txt': 'a', 'preuves/c.txt': 'c' } });
    await client.open(name);
    await client.until('the evidence was looked at', async () => (await codes(missing)) === 0);
  });
  afterEach(() => client.stop());

  it('told at once, or one by one, comes to what stands there', async () => {
    for (const file of names) client.write(file, 'x');
    await client.filesChanged(...names.map((file) => [file, 'created'] as const));
    await client.until('all are reported', async () => (await codes(orphan)) > 0);
    fs.rmSync(path.join(client.folder, 'preuves/lot'), { recursive: true });
    fs.rmSync(path.join(client.folder, 'preuves/c.txt'));
    client.write('preuves/b.txt', 'b');
    await Promise.all(names.map((file) => client.filesChanged([file, 'deleted'])));
    await client.filesChanged(['preuves/c.txt', 'deleted'], ['preuves/b.txt', 'created']);
    await client.until('what is cited is missing', async () => (await codes(missing)) === 1);
    await client.until('one is left that nothing cites', async () => (await codes(orphan)) === 1);
  });

  it('that was told in part only is made up for by looking at all again', async () => {
    for (const file of names.slice(0, 10)) client.write(file, 'x');
    fs.rmSync(path.join(client.folder, 'preuves/c.txt'));
    // Nothing says so: the system drops what a watcher does not take in time.
    assert.equal(await codes(missing), 0);
    await client.ask(checkRequest, {});
    assert.equal(await codes(missing), 1);
    assert.ok((await codes(orphan)) > 0);
  });
});
