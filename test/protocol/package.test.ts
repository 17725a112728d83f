import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { complianceRequest } from '../../protocol/requests/compliance';
import { packageRequest } from '../../protocol/requests/package';
import { textInPackage } from '../kit/read-package';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
/** The history has no date of today: it stays open whenever the test runs. */
const manifest = (answered = '') => `version: 1
dossier: { dispositif: MDV-LGC-Va2 }
logiciel: { nom: MonCabinet, version: 12.4.0 }
exigences:
  DMP/HISTO.05:
    scenarios:
      DMP/HISTO.05.01:
        instruction:
          DMP/HISTO.05.01.01: [ { le: 2026-01-18, avis: modification demandée, commentaire: Lien mort.${answered} } ]
`;

describe('package in the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  const { SOURCE_DATE_EPOCH: before } = process.env;
  afterEach(async () => {
    if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = before;
    await client.stop();
  });

  const target = () => path.join(client.folder, 'out.zip');
  const make = (answersOnly: boolean) =>
    client.ask(packageRequest, {
      uri: client.uri(main),
      target: target(),
      draft: true,
      answersOnly,
    });

  it('shows what ANS waits for, and makes a package that holds only the answers', async () => {
    client = await TestClient.start({ files: { [main]: manifest() }, locale: 'en' });
    const { dossiers } = await client.ask(complianceRequest, { groupBy: 'domain' });
    const [dossier] = dossiers;
    assert.equal(dossier?.toAnswer, 1);
    const [group] = dossier.root.children;
    assert.equal(group?.label, 'Requests of ANS to deal with (1)');
    assert.deepEqual(group.children[0]?.place?.uri, client.uri(main));
    const result = await make(true);
    assert.equal(result.kind, 'written');
    const record = JSON.parse(await textInPackage(target(), 'data/depot.json')) as { reponses: { demande: string }[] };
    assert.deepEqual(
      record.reponses.map(({ demande }) => demande),
      ['Lien mort.'],
    );
  });

  it('tells before it asks for a place how many pieces were not read to their end', async () => {
    const cited = (name: string) => `${manifest()}        preuves: { DMP/HISTO.05.01.01: [{ fichier: ${name} }] }\n`;
    const files = {
      [main]: cited('a.7z'),
      'a.7z': '7z\xbc\xaf\x27\x1c\0\x04',
      'a.log': '2026-11-02 10:00:00 INFO fin\n',
    };
    client = await TestClient.start({ files, locale: 'en' });
    const asked = { uri: client.uri(main), draft: true };
    assert.deepEqual(await client.ask(packageRequest, asked), {
      kind: 'ready',
      unread: 'Evidence looked into: 1 not read.',
    });
    await client.stop();
    client = await TestClient.start({ files: { ...files, [main]: cited('a.log') }, locale: 'en' });
    assert.deepEqual(await client.ask(packageRequest, { ...asked, uri: client.uri(main) }), { kind: 'ready' });
  });

  it('says that nothing is to be answered, and writes nothing', async () => {
    client = await TestClient.start({ files: { [main]: manifest(', repondu_le: 2026-01-19') } });
    const result = await make(true);
    assert.ok(result.kind === 'failed' && result.message.includes('Rien ne répond'));
    assert.ok(!fs.existsSync(target()));
  });

  it('takes its date from SOURCE_DATE_EPOCH, as the command line does, and refuses what is none', async () => {
    client = await TestClient.start({ files: { [main]: manifest() } });
    process.env.SOURCE_DATE_EPOCH = '1796083200';
    assert.equal((await make(false)).kind, 'written');
    assert.match(await textInPackage(target(), 'bag-info.txt'), /^Bagging-Date: 2026-12-01$/m);
    process.env.SOURCE_DATE_EPOCH = 'hier';
    const refused = await make(false);
    assert.ok(refused.kind === 'failed' && refused.message.includes('« hier »'));
  });
});
