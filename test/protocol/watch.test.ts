import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { verifyFactRequest, watchRequest } from '../../protocol/requests/watch';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = 'version: 1\ndossier: { dispositif: MDV-LGC-Va2 }\n';

describe('facts to check again, from the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.stop());

  const start = async (files: Record<string, string>, trusted = true) => {
    client = await TestClient.start({ files: { [main]: manifest, ...files }, options: { trusted } });
    await client.open(main);
  };
  const facts = async () => (await client.ask(watchRequest, { uri: client.uri(main) })).facts;
  const verify = (value: string, by: string, fact = 'MDV-LGC-Va2/avance') =>
    client.ask(verifyFactRequest, { uri: client.uri(main), fact, value, by });
  const read = () => fs.readFileSync(path.join(client.folder, 'faits.yaml'), 'utf8');

  it('lists them with their addresses, and those of all dispositifs without a dossier', async () => {
    await start({});
    const advance = (await facts()).find(({ id }) => id === 'MDV-LGC-Va2/avance');
    assert.deepEqual([advance?.value, advance?.isDoubtful], ['2026-12-16', true]);
    assert.ok(advance?.addresses.every(({ url }) => url.startsWith('https://')));
    const all = await client.ask(watchRequest, {});
    assert.ok(all.facts.some(({ id }) => id.startsWith('HOP-')));
  });

  it('writes who read one, in the file that the configuration names, and shows it', async () => {
    await start({ 'segur.config.yaml': 'version: 1\ndonnees: faits.yaml\n' });
    const { message } = await verify('2026-12-16', 'Zoé');
    assert.match(message, /Zoé/);
    assert.match(read(), /MDV-LGC-Va2\/avance.*Zoé/);
    const advance = (await facts()).find(({ id }) => id === 'MDV-LGC-Va2/avance');
    assert.equal(advance?.isDoubtful, false);
    assert.match(advance.why, /Zoé/);
    assert.match((await verify('2027-01-01', 'Zoé')).message, /2026-12-16/);
  });

  it('writes nothing where no file is named, or of a fact that is none', async () => {
    await start({});
    await assert.rejects(verify('2026-12-16', 'Zoé'), /donnees/);
    await client.stop();
    await start({ 'segur.config.yaml': 'donnees: faits.yaml\n' });
    await assert.rejects(verify('x', 'Zoé', 'MDV-LGC-Va2/rien'), /MDV-LGC-Va2\/rien/);
    await assert.rejects(verify('2026-12-16', ' '), /--par/);
    assert.equal(fs.existsSync(path.join(client.folder, 'faits.yaml')), false);
  });

  it('writes nothing in a workspace that is not trusted, and says so', async () => {
    await start({ 'segur.config.yaml': 'version: 1\ndonnees: faits.yaml\n' }, false);
    await assert.rejects(verify('2026-12-16', 'Zoé'), /pas approuvé/);
    assert.equal(fs.existsSync(path.join(client.folder, 'faits.yaml')), false);
  });
});
