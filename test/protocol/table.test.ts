import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declareNotApplicableRequest } from '../../protocol/requests/declare-not-applicable';
import { type TableAnswer, tableRequest } from '../../protocol/requests/table';
import { tableEditRequest, type TableCell } from '../../protocol/requests/table-edit';
import { withChanges } from '../../protocol/requests/table-changes';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { appliedEdits } from './applied-edits';
import { TestClient } from './protocol-kit';

const main = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.png # écran
`).replace('  profils', '  fragments: [psc.preuves.yaml]\n  profils');
const fragment = 'version: 1\nexigences:\n  PSC.01:\n    # à filmer\n';

describe('the table of proofs asked for by the editor', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      files: {
        'main.preuves.yaml': main,
        'psc.preuves.yaml': fragment,
        'catalogue.rem.yaml': catalogueText,
        'preuves/a.png': 'x',
      },
    });
  });
  after(async () => {
    await client.stop();
  });

  const table = async (name = 'main.preuves.yaml') => {
    const answer = await client.ask(tableRequest, { uri: client.uri(name) });
    assert.ok(answer.kind === 'table', JSON.stringify(answer));
    return answer;
  };
  const edit = (cells: readonly TableCell[], name = 'main.preuves.yaml') =>
    client.ask(tableEditRequest, { uri: client.uri(name), cells });

  it('is the same asked for by a fragment, and of no dossier refused', async () => {
    const whole = await table();
    assert.equal(whole.uri, client.uri('main.preuves.yaml'));
    assert.deepEqual((await table('psc.preuves.yaml')).rows, whole.rows);
    assert.equal((await client.ask(tableRequest, { uri: client.uri('absent.preuves.yaml') })).kind, 'refused');
  });

  it('is for reading only in a folder that is not trusted, and says why', async () => {
    const files = { 'main.preuves.yaml': main, 'catalogue.rem.yaml': catalogueText };
    const other = await TestClient.start({ files, options: { trusted: false } });
    try {
      const uri = other.uri('main.preuves.yaml');
      const answer = await other.ask(tableRequest, { uri });
      assert.ok(answer.kind === 'table');
      assert.match(answer.readOnly ?? '', /pas approuvé/);
      assert.equal((await table()).readOnly, undefined);
    } finally {
      await other.stop();
    }
  });

  it('gives one edit of all files for cells of its rows, and writes nothing itself', async () => {
    const { rows, version } = await table();
    const [filled] = rows.filter(({ pieces }) => pieces.length > 0);
    const psc = rows.find(({ slot }) => slot.requirement === 'PSC.01');
    assert.ok(filled && psc && version === '12.4.0');
    const cells: TableCell[] = [
      { kind: 'piece', slot: filled.slot, piece: 0, field: 'version', value: version },
      { kind: 'follow', slot: psc.slot, level: 'requirement', field: 'responsable', value: 'AM' },
    ];
    const answer = await edit(cells);
    assert.ok(answer.kind === 'planned', JSON.stringify(answer));
    assert.deepEqual(answer.before, {
      [client.uri('main.preuves.yaml')]: main,
      [client.uri('psc.preuves.yaml')]: fragment,
    });
    const after = (name: string, text: string) => appliedEdits(text, answer.edit.changes[client.uri(name)] ?? []);
    assert.equal(after('main.preuves.yaml', main), `${main}              version: 12.4.0\n`);
    assert.match(
      after('psc.preuves.yaml', fragment),
      /PSC\.01:\n {4}(?:# à filmer\n {4})?suivi:\n {6}responsable: AM\n/,
    );
    assert.equal(readFileSync(join(client.folder, 'main.preuves.yaml'), 'utf8'), main);
  });

  it('writes the text of conformity of a scenario once, whichever of its rows it comes from, and shows it in each', async () => {
    const { rows } = await table();
    const own = rows.filter(({ slot }) => slot.scenario === 'INS/va1.56.02');
    assert.ok(own.length > 1);
    const value = 'Il appelle INSi : « oui ».\nPuis il l’affiche.';
    const said = await edit(
      own.map(({ slot }): TableCell => ({ kind: 'entry', slot, level: 'scenario', field: 'conformite.texte', value })),
    );
    assert.ok(said.kind === 'planned', JSON.stringify(said));
    const text = appliedEdits(main, said.edit.changes[client.uri('main.preuves.yaml')] ?? []);
    assert.equal(text.split('conformite:').length - 1, 1);
    assert.ok(text.startsWith(main.trimEnd()), 'what stood there stands there still');
    await client.open('main.preuves.yaml', text);
    const shown = (await table()).rows.flatMap(({ slot, conformity }) =>
      conformity === undefined ? [] : [[slot.proof, conformity.trim()]],
    );
    assert.deepEqual(
      shown,
      own.map(({ slot }) => [slot.proof, value]),
    );
    await client.close('main.preuves.yaml');
  });

  it('says of each cell why it cannot be written', async () => {
    const [filled] = (await table()).rows.filter(({ pieces }) => pieces.length > 0);
    assert.ok(filled);
    const answer = await edit([
      { kind: 'piece', slot: filled.slot, piece: 0, field: 'version', value: '13' },
      { kind: 'piece', slot: filled.slot, piece: 0, field: 'date', value: 'hier' },
    ]);
    assert.ok(answer.kind === 'refused');
    assert.deepEqual(
      answer.cells.map(({ cell }) => cell),
      [1],
    );
    assert.match(answer.message, /^Rien n’est écrit : une valeur ne convient pas\. « hier » n’est pas une date/);
  });

  it('sets aside with the request that the tree has, and takes a piece away', async () => {
    const [filled] = (await table()).rows.filter(({ pieces }) => pieces.length > 0);
    assert.ok(filled);
    const removed = await edit([{ kind: 'removePiece', slot: filled.slot, piece: 0 }]);
    assert.ok(removed.kind === 'planned');
    const text = appliedEdits(main, removed.edit.changes[client.uri('main.preuves.yaml')] ?? []);
    assert.equal(text, main.replace('            - fichier: preuves/a.png # écran\n', ''));
    assert.equal(readFileSync(join(client.folder, 'preuves/a.png'), 'utf8'), 'x');
    const aside = await client.ask(declareNotApplicableRequest, {
      uri: client.uri('main.preuves.yaml'),
      requirement: 'PSC.01',
      justification: 'Sans objet.',
    });
    assert.equal(aside.kind, 'planned');
  });

  it('tells what changed since an answer, and the whole where that answer is not known', async () => {
    const ask = (since?: string) =>
      client.ask(tableRequest, { uri: client.uri('main.preuves.yaml'), ...(since === undefined ? {} : { since }) });
    const isWhole = (answer: TableAnswer) => (answer.kind === 'table' ? answer : assert.fail(answer.kind));
    await client.open('main.preuves.yaml', main);
    const whole = isWhole(await ask());
    await client.edit('main.preuves.yaml', '# écran\n', '# écran\n              note_interne: relire\n');
    const answer = await ask(whole.revision);
    assert.ok(answer.kind === 'changes', JSON.stringify(answer));
    assert.deepEqual(
      answer.changed.flatMap(({ row: { slot, pieces } }) => pieces.map(({ note }) => [slot.proof, note])),
      [['INS/va1.56.01.01', 'relire']],
    );
    const now = isWhole(await ask());
    assert.deepEqual({ ...withChanges(whole, answer), revision: '' }, { ...now, revision: '' });
    assert.equal((await ask('another')).kind, 'table');
    await client.close('main.preuves.yaml');
  });

  it('works on the text as it is in the editor, and refuses one that is broken', async () => {
    await client.open('main.preuves.yaml', `${main}              date: "\n`);
    const broken = await table();
    assert.match(broken.readOnly ?? '', /ligne/);
    const [filled] = broken.rows;
    assert.ok(filled);
    const answer = await edit([{ kind: 'follow', slot: filled.slot, level: 'proof', field: 'travail', value: 'fait' }]);
    assert.ok(answer.kind === 'refused');
    assert.equal(answer.message, broken.readOnly);
  });
});
