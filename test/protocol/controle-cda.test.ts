import fs from 'node:fs';
import path from 'node:path';
import { TestClient } from './protocol-kit';

const name = 'main.preuves.yaml';
const manifest = `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01: { preuves: { INS/va1.56.01.01: [{ fichier: a.xml }] } }
`;
const schemas = path.resolve('test/fixtures/cisis');

describe('the folder of schemas that a setting names', function () {
  this.timeout(60_000);
  let client: TestClient;
  afterEach(() => client.stop());

  const failures = async () =>
    (await client.diagnostics(name)).filter(({ code }) => code === 'preuve/cda-non-conforme').length;
  const set = (controleCda: string) =>
    client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { segurPreuves: { controleCda } },
    });

  it('holds CDA against it, from the start and once it changes', async () => {
    const sound = fs.readFileSync(path.join(schemas, 'ExemplesCDA/ESSAI-A_2024.01.xml'), 'utf8');
    const files = { [name]: manifest, 'a.xml': sound.replace('bleu', 'mauve') };
    client = await TestClient.start({ files, options: { controleCda: schemas } });
    await client.open(name);
    await client.until('the failed check', async () => (await failures()) === 1);
    await set('');
    await client.until('no check', async () => (await failures()) === 0);
    await set(` ${schemas} `);
    await client.until('the failed check again', async () => (await failures()) === 1);
  });
});
