import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IntakeNote } from '../../server/core/intake/intake-notes';
import { noteLine } from '../../server/core/intake/intake-words';
import { labelOf, type IntakePlan } from '../../server/core/intake/intake-plan';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { readIntake } from '../../server/host/operations/intake';
import { readTrackingFile } from '../../server/host/operations/read-tracking-file';
import { diskManifest, DiskDossier } from '../kit/disk-dossier';

/** Reads one of the sheets of test/fixtures/suivis/make-sheets.mjs against a folder of these files. */
async function planOf(sheet: string, files: readonly string[]): Promise<IntakePlan> {
  const dossier = new DiskDossier(diskManifest('exigences: {}\n'));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'segur-suivi-')));
  try {
    for (const file of files) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), file);
    }
    const analysis = await dossier.analyse();
    const path = resolve('test/fixtures/suivis', sheet);
    const workbook = await readTrackingFile(path, neverCancelled);
    return await readIntake(workbook, { analysis, sheet: path, folders: [folder], cancellation: neverCancelled });
  } finally {
    rmSync(folder, { recursive: true });
    dossier.remove();
  }
}

const brought = ({ pieces }: IntakePlan): string[] =>
  pieces.map(({ slot, source, said: { date } }) =>
    [slot.proof, labelOf(source), ...(date === undefined ? [] : [date])].join(' '),
  );
const followed = ({ follows }: IntakePlan): string[] =>
  follows.map(({ target, field, value }) => `${target.slot[target.level] ?? ''} ${field} ${value}`);
const told = ({ notes }: IntakePlan): string[] => notes.map(({ kind, at }) => `${at.sheet} ${at.row} ${kind}`);

describe('tracking sheets of all habits', () => {
  it('one row a requirement, several files in a cell, sections and totals', async () => {
    const plan = await planOf('par-exigence.xlsx', [
      'INS-va1.56.01.01.png',
      'INS-va1.56.02.01 modif.mp4',
      'traces.mp4',
      'traces-2.mp4',
    ]);
    assert.deepEqual(brought(plan), [
      'INS/va1.56.01.01 INS-va1.56.01.01.png',
      'INS/va1.56.02.01 INS-va1.56.02.01 modif.mp4',
      'SSI/IAM.83.01.01 traces.mp4',
      'SSI/IAM.83.01.01 traces-2.mp4',
    ]);
    assert.deepEqual(followed(plan), [
      'INS/va1.56 responsable AM',
      'INS/va1.56 travail en cours',
      'MSS/CONF.14 responsable BL',
      'MSS/CONF.14 travail à faire',
      'SSI/IAM.83 responsable BL',
      'SSI/IAM.83 travail fait',
    ]);
    assert.deepEqual(told(plan), []);
  });

  it('colours as states by value, theme and palette, each as the legend says', async () => {
    const plan = await planOf('couleurs.xlsx', ['ecran.png']);
    assert.deepEqual(followed(plan), [
      'INS/va1.56.01.01 travail fait',
      'INS/va1.56.02.01 travail en cours',
      'PSC.01.01.01 travail à vérifier',
    ]);
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 ecran.png']);
  });

  it('merged cells, days as numbers of whatever format, and a row of which nothing says whose it is', async () => {
    const files = ['a1.png', 'a2.png', 'a3.png', 'seul.mp4', 'p1.mp4', 'p2.mp4', 'perdu.png'];
    const plan = await planOf('fusionnees.xlsx', files);
    assert.deepEqual(brought(plan), [
      'INS/va1.56.01.01 a1.png 2026-11-02',
      'INS/va1.56.01.01 a2.png 2026-11-03',
      'INS/va1.56.01.01 a3.png 2026-11-04',
      'SSI/IAM.83.01.01 seul.mp4 2026-11-05',
      'PSC.01.01.01 p1.mp4 2026-11-06',
      'PSC.01.01.01 p2.mp4 2026-11-07',
    ]);
    assert.deepEqual(told(plan), ['Suivi 8 noSubject']);
  });

  it('a REM with columns added', async () => {
    const plan = await planOf('rem-enrichi.xlsx', ['modif.mp4', 'attestation.pdf']);
    assert.deepEqual(brought(plan), [
      'INS/va1.56.02.01 modif.mp4',
      'INS/va1.56.02.02 https://gazelle.example.org/rapport/12',
      'SSI/GEN.06.01.02 attestation.pdf',
    ]);
    assert.equal(plan.pieces[0]?.said.note, 'à refilmer');
    assert.deepEqual(told(plan), []);
  });

  it('English, months first', async () => {
    const plan = await planOf('english.xlsx', ['traits.png', 'psc.mp4']);
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 traits.png 2026-11-02', 'PSC.01.01.01 psc.mp4 2026-11-25']);
    assert.deepEqual(followed(plan), [
      'INS/va1.56.01.01 responsable Ann',
      'INS/va1.56.01.01 pour_le 2026-12-15',
      'INS/va1.56.01.01 travail fait',
      'PSC.01.01.01 responsable Bob',
      'PSC.01.01.01 travail en cours',
      'MSS/CONF.14.01.01 responsable Bob',
    ]);
    assert.deepEqual(told(plan), ['Tracking 4 unknownState']);
  });

  it('what old writers write: strings in cells, no styles, days from 1904', async () => {
    const plan = await planOf('ancien.xlsx', ['ecran.png', 'psc.mp4']);
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 ecran.png 2026-11-02', 'PSC.01.01.01 psc.mp4 2026-11-03']);
    assert.deepEqual(followed(plan), ['INS/va1.56.01.01 travail fait', 'PSC.01.01.01 travail à vérifier']);
  });

  it('a sheet for each domain, the hidden one told and left', async () => {
    const plan = await planOf('par-domaine.xlsx', ['ecran.png', 'psc.mp4', 'vieux.png']);
    assert.deepEqual(brought(plan), ['INS/va1.56.01.01 ecran.png', 'PSC.01.01.01 psc.mp4']);
    assert.deepEqual(plan.book.hidden, ['Archives 2025']);
    assert.deepEqual(told(plan), []);
  });

  it('ids as they are typed; a slip goes to no other proof of its requirement', async () => {
    const plan = await planOf('identifiants.xlsx', [
      ...['un.png', 'deux.mp4', 'trois.mp4', 'quatre.png', 'cinq.png', 'six.mp4'],
    ]);
    assert.deepEqual(brought(plan), [
      'INS/va1.56.01.01 un.png',
      'INS/va1.56.02.01 deux.mp4',
      'PSC.01.01.01 trois.mp4',
      'SSI/IAM.83.01.01 six.mp4',
    ]);
    assert.deepEqual(told(plan), ['Suivi 5 unknownId', 'Suivi 6 unknownId', 'Suivi 7 unknownId']);
    // An id of wave 1 is offered as what it is now, and not taken.
    assert.match(noteLine(plan.notes[1] as IntakeNote, 'fr'), /Vouliez-vous dire INS\/va1\.56/);
  });

  it('links behind cells and HYPERLINK, as files and addresses; where a cell shows another, that is told', async () => {
    const plan = await planOf('liens.xlsx', [
      ...['captures/ecran é.png', 'films/film.mp4', 'vieux/film.mp4', 'psc.mp4', 'a.png', 'b.png'],
      ...['traces/ecran.png.log', 'traces/film.log'],
    ]);
    assert.deepEqual(brought(plan), [
      'INS/va1.56.01.01 captures/ecran é.png',
      'INS/va1.56.01.01 https://example.org/report/12?view=full',
      'INS/va1.56.02.01 films/film.mp4',
      'PSC.01.01.01 psc.mp4',
      'PSC.01.01.01 https://example.org/r/7',
      'MSS/CONF.14.01.01 a.png',
    ]);
    assert.deepEqual(told(plan).sort(), [
      'Suivi 2 linkElsewhere',
      'Suivi 2 linkElsewhere',
      'Suivi 5 otherTarget',
      'Suivi 6 noFile',
    ]);
    assert.match(plan.notes.map((note) => noteLine(note, 'fr')).join('\n'), /la colonne E mènent à des fichiers/);
  });

  it('text tables as Excel for France and others write them', async () => {
    const french = await planOf('excel-france.csv', ['écran é.png', 'film.mp4']);
    assert.deepEqual(brought(french), [
      'INS/va1.56.01.01 écran é.png 2026-11-02',
      'INS/va1.56.02.01 film.mp4 2026-11-03',
    ]);
    assert.deepEqual(followed(french), [
      'INS/va1.56.01.01 travail fait',
      'INS/va1.56.02.01 pour_le 2026-11-30',
      'INS/va1.56.02.01 travail à vérifier',
      'MSS/CONF.14.01.01 travail à faire',
    ]);
    const tabbed = await planOf('tabule.tsv', ['ecran.png', 'appel.log', 'appel-2.log']);
    assert.deepEqual(brought(tabbed), [
      'INS/va1.56.01.01 ecran.png 2026-11-02',
      'SCN_DB/CO.01.01.01 appel.log',
      'SCN_DB/CO.01.01.01 appel-2.log',
    ]);
    assert.deepEqual([told(french), told(tabbed)], [[], []]);
  });
});
