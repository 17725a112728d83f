import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkRequest } from '../../protocol/requests/check';
import { ficheRequest } from '../../protocol/requests/fiche';
import { previewRequest, type PreviewAnswer } from '../../protocol/requests/preview';
import { tableEditRequest } from '../../protocol/requests/table-edit';
import { buildPdf } from '../../server/host/inspection/testing/build-pdf';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { TestClient } from './protocol-kit';

const pieces = {
  'preuves/message.hl7': 'MSH|^~\\&|LGC|CAB|DPI|HOP|20261102||ADT^A31^ADT_A05|42|P|2.5\rPID|||1||PAT-TROIS^DOMINIQUE\r',
  'preuves/cda.xml':
    '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Lettre</title><component><structuredBody><component><section><text><script>alert(1)</script>Bonjour</text></section></component></structuredBody></component></ClinicalDocument>',
  'preuves/journal.log': `début\n${'ligne\n'.repeat(100_000)}`,
  'preuves/page.pdf': buildPdf({ pages: ['Bonjour la page'] }),
  'preuves/archive.zip': Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
};
const cited = [...Object.keys(pieces), 'preuves/lien.log', 'preuves/absente.png'];
const main = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        etapes_faites: [2] # gardé
        preuves:
          INS/va1.56.01.01:
${cited.map((path) => `            - fichier: ${path}\n`).join('')}`);
const name = 'main.preuves.yaml';

describe('the fiche and the preview', () => {
  let client: TestClient;
  const preview = (path: string): Promise<PreviewAnswer> =>
    client.ask(previewRequest, { uri: client.uri(name), file: client.uri(path) });
  const refused = async (path: string): Promise<string> => {
    const answer = await preview(path);
    return answer.kind === 'refused' ? answer.message : assert.fail(`${path} is shown`);
  };
  const shown = async (path: string) => {
    const answer = await preview(path);
    return answer.kind === 'preview' ? answer.preview : assert.fail(answer.message);
  };

  before(async () => {
    client = await TestClient.start({
      files: { [name]: main, 'catalogue.rem.yaml': catalogueText, 'secret.log': 'x', ...pieces },
      prepare: (folder) => {
        const outside = `${folder}-outside.log`;
        writeFileSync(outside, 'secret');
        symlinkSync(outside, join(folder, 'preuves/lien.log'));
      },
    });
    await client.open(name);
    await client.ask(checkRequest, {});
  });
  after(() => client.stop());

  it('show what the cursor stands in, and nothing where nothing stands', async () => {
    const at = client.after(name, 'preuves/message');
    const answer = await client.ask(ficheRequest, { uri: client.uri(name), at: { kind: 'position', ...at } });
    assert.ok(answer.kind === 'fiche', JSON.stringify(answer));
    assert.equal(answer.fiche.title, 'INS/va1.56');
    assert.equal(answer.fiche.focus, 'proof:INS/va1.56.01\nINS/va1.56.01.01');
    const kinds = answer.fiche.scenarios[0]?.proofs[0]?.pieces.map((piece) => piece.preview);
    assert.deepEqual(kinds, ['hl7', 'cda', 'text', 'pdf', undefined, undefined, undefined]);
    const head = client.after(name, 'MonCabinet');
    const nothing = await client.ask(ficheRequest, { uri: client.uri(name), at: { kind: 'position', ...head } });
    assert.equal(nothing.kind, 'nothing');
    const unknown = await client.ask(ficheRequest, {
      uri: client.uri(name),
      at: { kind: 'entry', requirement: 'NO.SUCH' },
    });
    assert.ok(unknown.kind === 'nothing' && unknown.message.includes('NO.SUCH'));
    const elsewhere = await client.ask(ficheRequest, {
      uri: client.uri('other.preuves.yaml'),
      at: { kind: 'entry', requirement: 'INS/va1.56' },
    });
    assert.equal(elsewhere.kind, 'refused');
  });

  it('tick a step as one edit of the line that it is about', async () => {
    const ask = () =>
      client.ask(ficheRequest, { uri: client.uri(name), at: { kind: 'entry', scenario: 'INS/va1.56.01' } });
    const before = await ask();
    assert.ok(before.kind === 'fiche');
    const [scenario] = before.fiche.scenarios;
    assert.ok(scenario);
    assert.deepEqual(
      scenario.steps.map(({ done }) => done),
      [false],
    );
    assert.deepEqual(scenario.otherSteps, [2]);
    const planned = await client.ask(tableEditRequest, {
      uri: before.fiche.uri,
      cells: [{ kind: 'steps', slot: scenario.slot, done: [1] }],
    });
    assert.ok(planned.kind === 'planned', JSON.stringify(planned));
    const [edits = []] = Object.values(planned.edit.changes);
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, main), [...edits]);
    assert.equal(after, main.replace('etapes_faites: [2]', 'etapes_faites: [1]'));
    assert.equal(readFileSync(join(client.folder, name), 'utf8'), main, 'the editor writes it');
    await client.edit(name, 'etapes_faites: [2]', 'etapes_faites: [1]');
    const again = await ask();
    assert.ok(again.kind === 'fiche');
    assert.deepEqual(
      again.fiche.scenarios[0]?.steps.map(({ done }) => done),
      [true],
    );
  });

  it('show each kind of piece as data', async () => {
    const { content: hl7 } = await shown('preuves/message.hl7');
    assert.ok(hl7.kind === 'hl7');
    assert.deepEqual(
      hl7.messages[0]?.segments.map((segment) => segment.name),
      ['MSH', 'PID'],
    );
    const { content: cda, facts } = await shown('preuves/cda.xml');
    assert.ok(cda.kind === 'cda');
    assert.equal(cda.document.title, 'Lettre');
    assert.doesNotMatch(JSON.stringify(cda), /alert/);
    assert.ok(facts.some(({ label }) => label === 'Contenu'));
    const pdf = await shown('preuves/page.pdf');
    assert.ok(pdf.content.kind === 'pdf');
    assert.match(pdf.content.pages[0]?.text ?? '', /Bonjour la page/);
    assert.match(pdf.leftOut.join(' '), /Seul le texte des pages/);
  });

  it('show the beginning of a long text, and say that it is one', async () => {
    const { content, leftOut } = await shown('preuves/journal.log');
    assert.ok(content.kind === 'text');
    assert.ok(content.text.startsWith('début\n') && content.text.length < 300_000);
    assert.equal(leftOut.length, 1);
  });

  it('show nothing that is outside the dossier, is not there, or nothing here shows', async () => {
    assert.match(await refused('../outside.log'), /pas dans le dossier/);
    assert.match(await refused('preuves/lien.log'), /Rien ici|hors du dossier/);
    assert.match(await refused('preuves/absente.png'), /Rien ici/);
    assert.match(await refused('preuves/archive.zip'), /Rien ici ne montre/);
    assert.match(await refused('secret.log'), /pas encore été lu/);
  });

  it('open no piece and write nothing in a folder that is not trusted', async () => {
    const other = await TestClient.start({
      files: { [name]: main, 'catalogue.rem.yaml': catalogueText, ...pieces },
      options: { trusted: false },
    });
    try {
      const asked = { uri: other.uri(name), file: other.uri('preuves/journal.log') };
      const answer = await other.ask(previewRequest, asked);
      assert.ok(answer.kind === 'refused' && /pas approuvé/.test(answer.message));
      const fiche = await other.ask(ficheRequest, {
        uri: other.uri(name),
        at: { kind: 'entry', requirement: 'INS/va1.56' },
      });
      assert.ok(fiche.kind === 'fiche' && fiche.fiche.readOnly !== undefined);
    } finally {
      await other.stop();
    }
  });
});
