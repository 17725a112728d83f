import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intakeRequest, type IntakeParams } from '../../protocol/requests/intake';
import { saveReportRequest } from '../../protocol/requests/save-report';
import { catalogueText, diskManifest } from '../kit/disk-dossier';
import { SpreadsheetProgram } from '../kit/spreadsheet-program';
import { appliedEdits } from './applied-edits';
import { TestClient } from './protocol-kit';

const name = 'main.preuves.yaml';
const main = diskManifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - fichier: preuves/a.log
              version: 12.4.0
`);
const piece = '["piece","INS/va1.56","INS/va1.56.01","INS/va1.56.01.01","fichier","preuves/a.log"]';
const pieces = 'Pièces à compléter';

describe('taking a sheet in from the editor', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start({
      files: { [name]: main, 'catalogue.rem.yaml': catalogueText, 'preuves/a.log': 'journal' },
    });
  });
  afterEach(async () => {
    await client.stop();
  });

  const path = () => join(client.folder, 'r.xlsx');
  const ask = (more: Partial<IntakeParams> = {}) =>
    client.ask(intakeRequest, {
      uri: client.uri(name),
      sheet: client.uri('r.xlsx'),
      folders: [],
      write: false,
      ...more,
    });
  const merge = async (more: Partial<IntakeParams> = {}) => {
    const answer = await ask(more);
    assert.ok(answer.kind === 'merge', JSON.stringify(answer));
    return answer;
  };
  const edited = async (edit: (program: SpreadsheetProgram) => void): Promise<void> => {
    await client.ask(saveReportRequest, { uri: client.uri(name), target: path(), forAns: false });
    const program = new SpreadsheetProgram(readFileSync(path()));
    edit(program);
    writeFileSync(path(), program.save());
  };
  const textAfter = (answer: Awaited<ReturnType<typeof merge>>): string => {
    const { edit, before } = answer.written ?? assert.fail('nothing is written');
    const uri = client.uri(name);
    return appliedEdits(before[uri] ?? '', edit.changes[uri] ?? []);
  };

  it('shows what colleagues changed in a report, and gives it as one edit of the text as it is typed', async () => {
    await edited((program) => {
      for (const [id, value] of [
        ['revue.par', 'CD'],
        ['revue.le', '10/11/2026'],
        ['revue.avis', 'suffisante'],
      ] as const)
        program.set(pieces, piece, id, value);
    });
    await client.open(name);
    await client.edit(name, 'nom: MonCabinet', 'nom: MonCabinet # tapé');
    const shown = await merge();
    assert.deepEqual([shown.conflicts, shown.notes, shown.other, shown.written], [[], [], undefined, undefined]);
    assert.match(
      shown.lines.join('\n'),
      /^Pièces à compléter, L4 : .* Revue « \(vide\) » → « CD, 2026-11-10, suffisante »$/,
    );
    const after = textAfter(await merge({ write: true }));
    assert.match(after, /nom: MonCabinet # tapé\n[^]*revue: \{ par: CD, le: 2026-11-10, avis: suffisante \}\n/);
    assert.equal(readFileSync(join(client.folder, name), 'utf8'), main);
  });

  it('writes nothing of a conflict before it is settled, each on its own', async () => {
    await edited((program) => {
      program.set(pieces, piece, 'version', '12.5.0');
      program.set(pieces, piece, 'commentaire', 'repris');
    });
    await client.open(name);
    await client.edit(
      name,
      '              version: 12.4.0',
      '              version: 12.6.0\n              commentaire: ici',
    );
    const open = await merge({ write: true });
    assert.deepEqual(
      open.conflicts.map(({ id, choice }) => [id, choice]),
      [
        ['Pièces à compléter!I4', undefined],
        ['Pièces à compléter!J4', undefined],
      ],
    );
    assert.deepEqual(open.written?.edit.changes, {});
    const after = textAfter(
      await merge({ write: true, conflicts: { 'Pièces à compléter!I4': 'theirs', 'Pièces à compléter!J4': 'ours' } }),
    );
    assert.match(after, /version: 12\.5\.0\n +commentaire: ici\n/);
  });

  it('takes no review of a file that changed meanwhile, and nothing of another dossier unless that is wanted', async () => {
    await edited((program) => {
      for (const [id, value] of [
        ['revue.par', 'CD'],
        ['revue.le', '10/11/2026'],
        ['revue.avis', 'suffisante'],
        ['note_interne', 'vu'],
      ] as const)
        program.set(pieces, piece, id, value);
    });
    writeFileSync(join(client.folder, 'preuves', 'a.log'), 'un autre journal');
    const changed = await merge();
    assert.match(changed.notes.join(), /le fichier n’est plus celui/);
    assert.equal(changed.lines.length, 1);
    await client.open(name);
    await client.edit(name, 'nom: MonCabinet', 'nom: AutreCabinet');
    const other = await merge({ write: true });
    assert.match(other.other ?? '', /« MonCabinet »/);
    assert.equal(other.written, undefined);
    assert.match(textAfter(await merge({ write: true, isOtherTaken: true })), /note_interne: vu/);
  });

  it('refuses in words a report whose hidden sheet was changed, and reads another sheet as before', async () => {
    await edited((program) => program.sheet('segur-preuves').rows.splice(8, 1));
    const answer = await ask();
    assert.ok(answer.kind === 'refused');
    assert.match(answer.message, /feuille masquée/);
    writeFileSync(join(client.folder, 'suivi.csv'), 'N° preuve;Responsable\nINS/va1.56.01.01;AM\n');
    const sheet = await ask({ sheet: client.uri('suivi.csv'), write: true });
    assert.ok(sheet.kind === 'read');
    assert.deepEqual([sheet.follows, sheet.written !== undefined], [1, true]);
  });
});
