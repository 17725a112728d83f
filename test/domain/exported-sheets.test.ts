import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { labelOf } from '../../server/core/intake/intake-plan';
import { noteLine } from '../../server/core/intake/intake-words';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { readIntake } from '../../server/host/operations/intake';
import { readTrackingFile } from '../../server/host/operations/read-tracking-file';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';

const files = ['ecran.png', 'film.mp4', 'film-2.mp4', 'x.png', 'y.png', 'ecran un.png'];
const [screen, film, other, mail] = ['INS/va1.56.01.01', 'INS/va1.56.02.01', 'INS/va1.56.02.02', 'MSS/CONF.14.01.01'];

describe('tracking sheets as other programs export them', () => {
  let dossier: DiskDossier;
  let folder: string;
  before(() => {
    dossier = new DiskDossier(diskManifest('exigences: {}\n'));
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'segur-export-')));
    for (const file of files) writeFileSync(join(folder, file), file);
  });
  after(() => {
    rmSync(folder, { recursive: true });
    dossier.remove();
  });

  /** What a sheet brings, follows and tells, a line each. */
  async function read(name: string, content: string | Uint8Array): Promise<string[]> {
    const path = join(folder, name);
    writeFileSync(path, content);
    try {
      const workbook = await readTrackingFile(path, neverCancelled);
      const analysis = await dossier.analyse();
      const plan = await readIntake(workbook, {
        analysis,
        sheet: path,
        folders: [folder],
        cancellation: neverCancelled,
      });
      return [
        ...plan.pieces.map(({ slot, source, said: { date = '' } }) =>
          `+ ${slot.proof} ${labelOf(source)} ${date}`.trim(),
        ),
        ...plan.follows.map(({ target, field, value }) => `~ ${target.slot[target.level] ?? ''} ${field} ${value}`),
        ...plan.notes.map((note) => `! ${noteLine(note, 'fr')}`.slice(0, 40)),
      ];
    } finally {
      rmSync(path);
    }
  }

  it('groups of columns above the headers, and a row of totals', async () => {
    const text = `Preuve;;Suivi;;;Pièce;
N°;Intitulé;Qui;Échéance;Avancement;Fichier;Date
${screen};Écran;AM;04/12/2026;en cours;ecran.png;02/11/2026
${film};Film;BL;11/12/2026;fait;film.mp4;03/11/2026
TOTAL;2;;;1/2;;
`;
    assert.deepEqual(await read('a.csv', Buffer.from(text, 'latin1')), [
      `+ ${screen} ecran.png 2026-11-02`,
      `+ ${film} film.mp4 2026-11-03`,
      `~ ${screen} responsable AM`,
      `~ ${screen} pour_le 2026-12-04`,
      `~ ${screen} travail en cours`,
      `~ ${film} responsable BL`,
      `~ ${film} pour_le 2026-12-11`,
      `~ ${film} travail fait`,
    ]);
  });

  it('headers on two rows, each with columns of its own, and totals between the rows', async () => {
    const text = `N° preuve;Fichier;Suivi;;
;;Responsable;Échéance;Statut
${screen};ecran.png;AM;04/12/2026;en cours
Sous-total INS;1;;;50 %
${film};film.mp4;BL;;fait
Total général;2;;;
`;
    assert.deepEqual(await read('a.csv', text), [
      `+ ${screen} ecran.png`,
      `+ ${film} film.mp4`,
      `~ ${screen} responsable AM`,
      `~ ${screen} pour_le 2026-12-04`,
      `~ ${screen} travail en cours`,
      `~ ${film} responsable BL`,
      `~ ${film} travail fait`,
    ]);
  });

  it('boxes that are ticked, as Google Sheets and Excel write them', async () => {
    const google = `Proof ID,Evidence file,Owner,Due,Done\n${screen},ecran.png,Anne,2026-12-04,TRUE\n${film},film.mp4,Bob,,FALSE\n`;
    const found = [
      `+ ${screen} ecran.png`,
      `+ ${film} film.mp4`,
      `~ ${screen} responsable Anne`,
      `~ ${screen} pour_le 2026-12-04`,
      `~ ${screen} travail fait`,
      `~ ${film} responsable Bob`,
      `~ ${film} travail à faire`,
    ];
    assert.deepEqual(await read('a.csv', google), found);
    const french = google.replace('TRUE', 'VRAI').replace('FALSE', 'FAUX').replaceAll(',', ';');
    assert.deepEqual(await read('a.csv', `\ufeff${french}`), found);
  });

  it('days in words and in one number; what is no day is told', async () => {
    const text = `Preuve;Fichier;Date de capture;Pour le
${screen};ecran.png;lundi 2 novembre 2026;fin novembre
${film};film.mp4;02.11.26;S49
${other};x.png;2 nov. 2026;1er décembre 2026
${mail};y.png;2026-11-02T10:15:00Z;20261204
`;
    assert.deepEqual(
      await read('a.csv', text),
      [
        ...[`+ ${screen} ecran.png`, `+ ${film} film.mp4`, `+ ${other} x.png`, `+ ${mail} y.png`].map(
          (one) => `${one} 2026-11-02`,
        ),
        `~ ${other} pour_le 2026-12-01`,
        `~ ${mail} pour_le 2026-12-04`,
        '! « fin novembre » ne se lit pas comme une',
        '! « S49 » ne se lit pas comme une date, ou',
      ].map((one) => one.slice(0, one.startsWith('!') ? 40 : undefined)),
    );
  });

  it('a tool for tickets: the id in the title, attachments with who put them, days with hours', async () => {
    const row = (title: string, state: string, who: string, due: string, file: string) =>
      `${title},REF-12,${state},${who},${due} 12:00 AM,"02/Nov/26 10:00 AM;anne;${file};https://tickets.example.org/1/${file}",,segur\n`;
    const text = `Summary,Issue key,Status,Assignee,Due Date,Attachment,Attachment,Labels\n${row(`${screen} – Consultation`, 'In Progress', 'anne', '04/Dec/26', 'ecran.png')}${row(`${film} – Film`, 'Done', 'bob', '11/Dec/26', 'film.mp4')}`;
    const found = await read('a.csv', text);
    for (const line of [
      `+ ${screen} ecran.png`,
      `+ ${film} film.mp4`,
      `~ ${screen} responsable anne`,
      `~ ${screen} pour_le 2026-12-04`,
      `~ ${screen} travail en cours`,
      `~ ${film} pour_le 2026-12-11`,
      `~ ${film} travail fait`,
    ])
      assert.ok(found.includes(line), `${line}\n${found.join('\n')}`);
  });

  it('ids in the first row of a group alone: the others are told, and go nowhere', async () => {
    const text = `Exigence;Scénario;Preuve;Fichier;Qui
INS/va1.56;INS/va1.56.01;${screen};ecran.png;AM
;INS/va1.56.02;${film};film.mp4;BL
;;;film-2.mp4;
`;
    assert.deepEqual(
      await read('a.csv', text),
      [
        `+ ${screen} ecran.png`,
        `+ ${film} film.mp4`,
        `~ ${screen} responsable AM`,
        `~ ${film} responsable BL`,
        '! film-2.mp4 : la ligne ne dit pas pour q',
      ].map((one) => one.slice(0, 40)),
    );
  });

  it('shares in percent under sections, figures that add up, a day without a year', async () => {
    const text = `Suivi des preuves – mise à jour du 20/11/2026

Chapitre;Réf preuve;Libellé;Livrable;Resp.;Deadline;% avancement;RAF (j)
Identité nationale de santé;;;;;;;
;${screen};Écran;ecran.png;AM;4/12;100%;0
;${film};Film;film.mp4;BL;;50 %;1,5
Messagerie;;;;;;;
;${mail};Mail;y.png;;;0%;2
Total;3;;3;;;50%;3,5
`;
    assert.deepEqual(
      await read('a.csv', text),
      [
        `+ ${screen} ecran.png`,
        `+ ${film} film.mp4`,
        `+ ${mail} y.png`,
        `~ ${screen} responsable AM`,
        `~ ${screen} travail fait`,
        `~ ${film} responsable BL`,
        `~ ${film} travail en cours`,
        `~ ${mail} travail à faire`,
        '! « 4/12 » ne se lit pas comme une date, ',
      ].map((one) => one.slice(0, 40)),
    );
  });

  it('a notebook: names as addresses and as links, UTF-16 with tabs', async () => {
    const text = `\ufeffName\tEvidence\tStatus\tPerson\n${screen}\tecran%20un.png\tIn review\tAnne\n${film}\t[Le film](film.mp4)\tNot started\tBob\n`;
    assert.deepEqual(await read('a.tsv', Buffer.from(text, 'utf16le')), [
      `+ ${screen} ecran un.png`,
      `+ ${film} film.mp4`,
      `~ ${screen} responsable Anne`,
      `~ ${screen} travail à vérifier`,
      `~ ${film} responsable Bob`,
      `~ ${film} travail à faire`,
    ]);
  });

  it('an OpenDocument sheet is refused in words that say what to do', async () => {
    const ods = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8('<office/>'),
    });
    for (const name of ['a.ods', 'a.xlsx'])
      await assert.rejects(read(name, ods), (error: Error) => 'code' in error && error.code === 'autre-format', name);
  });
});
