import assert from 'node:assert/strict';
import path from 'node:path';
import { migrateRequest } from '../../protocol/requests/migrate';
import { remDiffRequest } from '../../protocol/requests/rem-diff';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, requirementWith } from '../kit/revision-kit';
import { TestClient } from './protocol-kit';

const text = 'Le système DOIT afficher les cinq traits stricts de l’identité du patient à l’écran.';
const files = {
  'd.preuves.yaml': `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: rem/ancien.rem.yaml
exigences:
  A.01:
    scenarios:
`,
  'rem/ancien.rem.yaml': writeCatalogue(catalogueOf([requirementWith('A.01', [1], { texte: text, id_socle: 'SC.A' })])),
  'rem/nouveau.rem.yaml': writeCatalogue(
    catalogueOf([requirementWith('B.01', [1], { texte: text, id_socle: 'SC.A' })]),
  ),
};

describe('a migration asked for by the editor', () => {
  let client: TestClient;
  before(async () => (client = await TestClient.start({ files })));
  after(() => client.stop());
  const catalogue = () => path.join(client.folder, 'rem/nouveau.rem.yaml');
  const migrate = (name: string, to: string) => client.ask(migrateRequest, { uri: client.uri(name), catalogue: to });

  it('is worked out on the text being edited, and writes nothing', async () => {
    await client.open('d.preuves.yaml', `${files['d.preuves.yaml']}  # en cours\n`);
    const result = await migrate('d.preuves.yaml', catalogue());
    assert.ok(result.kind === 'planned');
    const [file] = result.files;
    assert.equal(result.files.length, 1);
    assert.match(
      file?.after ?? '',
      /catalogue: rem\/nouveau\.rem\.yaml\nexigences:\n {2}B\.01:\n {4}scenarios:\n {2}# en cours\n$/,
    );
    assert.deepEqual(
      file?.changes.map(({ text: inserted }) => inserted),
      ['rem/nouveau.rem.yaml', 'B.01'],
    );
    assert.equal(result.summary.length, 2);
    await client.close('d.preuves.yaml');
  });

  it('is refused in words', async () => {
    const unknown = await migrate('d.preuves.yaml', 'MDV-LGC-Va9');
    assert.ok(unknown.kind === 'refused' && unknown.message.includes('MDV-LGC-Va9'));
    assert.equal((await migrate('absent.preuves.yaml', catalogue())).kind, 'refused');
    await assert.rejects(migrate('d.preuves.yaml', path.join(client.folder, 'rien.rem.yaml')), /n’existe pas/);
  });

  it('shows what a catalogue changes of another', async () => {
    const before = path.join(client.folder, 'rem/ancien.rem.yaml');
    const result = await client.ask(remDiffRequest, { before, after: catalogue() });
    assert.ok(result.kind === 'compared' && result.markdown.includes('A.01 devient B.01'));
  });
});
