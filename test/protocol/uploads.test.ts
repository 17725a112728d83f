import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { answersRequest } from '../../protocol/requests/answers';
import { eligibilityRequest } from '../../protocol/requests/eligibility';
import { packageRequest } from '../../protocol/requests/package';
import { uploadsRequest, type UploadsChange } from '../../protocol/requests/uploads';
import { catalogueText, diskEvidence } from '../kit/disk-dossier';
import { textInPackage } from '../kit/read-package';
import { appliedEdits } from './applied-edits';
import { TestClient } from './protocol-kit';

const main = 'main.preuves.yaml';
const manifest = diskEvidence('{ fichier: a.png, commentaire: Vue }', 'execution: 12');
const files = { [main]: manifest, 'catalogue.rem.yaml': catalogueText, 'a.png': 'image' };

describe('Convergence, slot by slot, in the editor', function () {
  this.timeout(30_000);
  let client: TestClient;
  const at = (name: string) => path.join(client.folder, name);
  const uploads = (change?: UploadsChange, file = 'p.zip') =>
    client.ask(uploadsRequest, { file: at(file), dossier: client.uri(main), ...(change ? { change } : {}) });

  beforeEach(async () => {
    client = await TestClient.start({ files });
    await client.ask(packageRequest, { uri: client.uri(main), target: at('brouillon.zip'), draft: true });
    const record = await textInPackage(at('brouillon.zip'), 'data/depot.json');
    const final = record.replace('"brouillon": true', '"brouillon": false');
    fs.writeFileSync(at('p.zip'), zipSync({ 'X/data/depot.json': strToU8(final) }));
  });
  afterEach(() => client.stop());

  it('is listed with what to copy and the file to file, ticked beside the package, and unticked', async () => {
    const view = await uploads();
    assert.deepEqual(
      view.items.map(({ order, id, state, value }) => [order, id, state, value]),
      [
        [1, 'INS/va1.56.01.01', 'todo', 'INS va1.56.01.01 – a.png'],
        [2, 'INS/va1.56.01.01', 'todo', '12'],
      ],
    );
    const [first, second] = view.items;
    assert.ok(first && second);
    assert.equal(first.uri, client.uri('a.png'));
    assert.deepEqual(first.texts, [{ label: 'Commentaire', text: 'Vue', length: '3 caractères' }]);
    assert.ok(!fs.existsSync(at('suivi-depot.yaml')));
    const ticked = await uploads({ keys: [first.key], isFiled: true, by: 'CM' });
    assert.deepEqual([ticked.filed, ticked.items[0]?.state], [1, 'filed']);
    assert.match(ticked.items[0]?.stateLabel ?? '', /^déposée le \d{4}-\d\d-\d\d par CM$/);
    assert.match(fs.readFileSync(at('suivi-depot.yaml'), 'utf8'), /fichier: a\.png, .*par: CM \}/);
    const both = await uploads({ keys: [first.key, second.key], isFiled: true });
    assert.equal(both.filed, 2);
    const none = await uploads({ keys: [first.key, second.key], isFiled: false });
    assert.equal(none.filed, 0);
  });

  it('says what of the dossier changed since', async () => {
    const { items } = await uploads();
    await uploads({ keys: items.map(({ key }) => key), isFiled: true });
    client.write('a.png', Buffer.from('autre'));
    await client.filesChanged(['a.png', 'changed']);
    const view = await uploads();
    assert.match(view.since?.join('\n') ?? '', /a\.png, déposée le .* : changée depuis son dépôt/);
    assert.equal(view.items[0]?.uri, undefined);
  });

  it('notes nothing of a draft, of an unknown key, or in a file that it does not understand', async () => {
    const draft = await uploads(undefined, 'brouillon.zip');
    assert.ok(draft.isDraft);
    const keys = draft.items.map(({ key }) => key);
    await assert.rejects(uploads({ keys, isFiled: true }, 'brouillon.zip'), /brouillon/);
    assert.equal((await uploads({ keys: ['autre'], isFiled: true })).filed, 0);
    fs.writeFileSync(at('suivi-depot.yaml'), 'version: 3\n');
    assert.match((await uploads()).problems.join(), /ligne 1 : seule la version 1/);
    await assert.rejects(uploads({ keys, isFiled: true }), /rien n’a été noté/);
    assert.equal(fs.readFileSync(at('suivi-depot.yaml'), 'utf8'), 'version: 3\n');
    await assert.rejects(uploads(undefined, 'absent.zip'), /n’existe pas/);
    await assert.rejects(uploads(undefined, 'catalogue.rem.yaml'));
  });

  it('takes in the answers of ANS as an edit, shown first', async () => {
    const said = {
      kind: 'text',
      text: 'INS/va1.56.01.01 : modification demandée : Floue.\nINS/va1.56.02 : validé',
    } as const;
    const ask = (write: boolean, spreads = false) =>
      client.ask(answersRequest, { uri: client.uri(main), said, on: '2026-11-18', spreads, write });
    const shown = await ask(false);
    assert.ok(shown.kind === 'read' && !shown.written && shown.couldSpread);
    assert.deepEqual(shown.lines, ['INS/va1.56.01.01 : modification demandée, 2026-11-18 : Floue.']);
    assert.equal(shown.notes.length, 1);
    const spread = await ask(false, true);
    assert.ok(spread.kind === 'read' && spread.lines.length > 2);
    const written = await ask(true);
    assert.ok(written.kind === 'read' && written.written);
    const edits = written.written.edit.changes[client.uri(main)] ?? [];
    assert.match(
      appliedEdits(manifest, edits),
      /instruction:\n.*\[\{ le: 2026-11-18, avis: modification demandée, commentaire: Floue\. \}\]/,
    );
    assert.equal(fs.readFileSync(at(main), 'utf8'), manifest);
  });

  it('gives the eligibility form as a sheet, or the list that the user has', async () => {
    const sheet = await client.ask(eligibilityRequest, { uri: client.uri(main) });
    assert.ok(sheet.rows.some(({ label, value }) => label === 'NIE (CNDA)' && value === ''));
    assert.match(sheet.notices.join('\n'), /n’est pas complète/);
    client.write('dsr.yaml', Buffer.from('champs: [{ libelle: Nom, cle: logiciel.nom }]\n'));
    const own = await client.ask(eligibilityRequest, { uri: client.uri(main), fields: client.uri('dsr.yaml') });
    assert.deepEqual(own.rows, [{ label: 'Nom', value: 'MonCabinet', isRequired: true }]);
    client.write('dsr.yaml', Buffer.from('champs: [{ libelle: Nom, cle: rien }]\n'));
    await assert.rejects(
      client.ask(eligibilityRequest, { uri: client.uri(main), fields: client.uri('dsr.yaml') }),
      /« rien » n’est pas une clé du manifeste/,
    );
  });
});
