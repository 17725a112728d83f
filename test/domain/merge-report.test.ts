import assert from 'node:assert/strict';
import type { Locale } from '../../server/core/messages/say';
import { neverCancelled } from '../../server/core/ports/cancellation';
import type { EvidenceFile } from '../../server/core/evidence/evidence-file';
import type { Side } from '../../server/core/roundtrip/merge-plan';
import {
  conflictLine,
  editLine,
  mergeNoteLine,
  mergeSummary,
  otherDossierWords,
} from '../../server/core/roundtrip/merge-words';
import { mergeWorkbook } from '../../server/core/roundtrip/merge-workbook';
import { identityOfDossier, recordOf } from '../../server/core/roundtrip/record';
import { renderReport } from '../../server/host/operations/write-report';
import { readWorkbook } from '../../server/host/workbook/read-workbook';
import { defaultPartLimits } from '../../server/host/workbook/zip-parts';
import { analyse, file, manifest } from '../kit/dossier-kit';
import { dayNumber, SpreadsheetProgram, type SaveWishes } from '../kit/spreadsheet-program';

const pieces = 'Pièces à compléter';
const follow = 'Suivi à compléter';
const proof = '["proof","INS/va1.56","INS/va1.56.01","INS/va1.56.01.01"]';
const requirement = '["requirement","INS/va1.56","",""]';
const pieceKey = (path: string, kind = 'fichier') =>
  JSON.stringify(['piece', 'INS/va1.56', 'INS/va1.56.01', 'INS/va1.56.01.01', kind, path]);
const a = pieceKey('preuves/a.png');

const body = (...lines: readonly string[]) =>
  manifest(`exigences:
  INS/va1.56:
    commentaire: Voir la vidéo.
    scenarios:
      INS/va1.56.01:
        suivi: { preuves: { INS/va1.56.01.01: { responsable: AM, pour_le: 2026-12-01, travail: en cours } } }
        preuves:
          INS/va1.56.01.01:
${lines.map((line) => `            ${line}\n`).join('')}`);
const main = body(
  '- fichier: preuves/a.png',
  '  date: 2026-11-01',
  '  version: 12.10',
  '- lien: https://example.org/r/1',
);
const digests = (...names: readonly string[]): Record<string, EvidenceFile> =>
  Object.fromEntries(names.map((name, index) => [`preuves/${name}`, file({ sha256: String(index + 1).repeat(64) })]));

interface Told {
  readonly edits: readonly string[];
  readonly conflicts: readonly string[];
  readonly notes: readonly string[];
  readonly summary: string;
  readonly other: string | undefined;
  readonly after: string | undefined;
}

interface Case {
  /** What colleagues do. */
  readonly edit?: (program: SpreadsheetProgram) => void;
  readonly save?: SaveWishes;
  /** The dossier when the workbook is written, and when it comes back. */
  readonly before?: string;
  readonly now?: string;
  readonly evidence?: Readonly<Record<string, EvidenceFile>>;
  readonly evidenceNow?: Readonly<Record<string, EvidenceFile>>;
  readonly side?: Side;
  readonly locale?: Locale;
}

async function written(
  text: string,
  evidence: Readonly<Record<string, EvidenceFile>>,
  locale: Locale,
): Promise<SpreadsheetProgram> {
  const { analysis } = await analyse([], { main: text, evidence });
  const evidenceFile = (path: string) => analysis.evidenceFile(path);
  const bytes = renderReport({ analysis, evidenceFile, format: 'xlsx', forAns: false, locale });
  assert.ok(bytes instanceof Uint8Array);
  return new SpreadsheetProgram(bytes);
}

async function tell({
  edit,
  save,
  before = main,
  now = before,
  evidence = digests('a.png'),
  evidenceNow = evidence,
  side,
  locale = 'fr',
}: Case): Promise<Told> {
  const program = await written(before, evidence, locale);
  edit?.(program);
  const workbook = await readWorkbook(program.save(save), neverCancelled, defaultPartLimits, { withFills: true });
  const found = recordOf(workbook);
  assert.ok(found.kind === 'record', found.kind);
  const { analysis } = await analyse([], { main: now, evidence: evidenceNow });
  const plan = mergeWorkbook(analysis, workbook, found.record, { locale, ...(side ? { choose: () => side } : {}) });
  return {
    edits: plan.edits.map((one) => editLine(one, locale)),
    conflicts: plan.conflicts.map((one) => conflictLine(one, locale)),
    notes: plan.notes.map((one) => mergeNoteLine(one, locale)),
    summary: mergeSummary(plan, locale),
    other: otherDossierWords(plan, identityOfDossier(analysis), locale),
    after: plan.files[0]?.after,
  };
}

describe('a report workbook that colleagues edited', () => {
  it('brings what they changed, and nothing else', async () => {
    const { edits, conflicts, notes, after } = await tell({
      edit: (program) => {
        program.set(follow, proof, 'responsable', 'BL');
        program.set(follow, proof, 'travail', 'à vérifier');
        program.set(follow, proof, 'pour_le', undefined);
        program.set(follow, requirement, 'commentaire', 'Voir la vidéo.\nPuis le journal.');
        program.set(pieces, a, 'version', '=12.10');
        program.set(pieces, a, 'date', dayNumber('2026-11-09'));
        program.set(pieces, a, 'revue.par', 'CD');
        program.set(pieces, a, 'revue.le', '10/11/2026');
        program.set(pieces, a, 'revue.avis', 'suffisante');
        program.set(pieces, 'https://example.org/r/1', 'note_interne', '007');
      },
    });
    assert.deepEqual([conflicts, notes], [[], []]);
    assert.deepEqual(edits, [
      'Suivi à compléter, L4 : INS/va1.56 : Commentaire pour l’instructeur « Voir la vidéo. » → « Voir la vidéo. Puis le journal. »',
      'Suivi à compléter, I6 : INS/va1.56.01.01 : Responsable « AM » → « BL »',
      'Suivi à compléter, J6 : INS/va1.56.01.01 : Échéance « 2026-12-01 » → « (vide) »',
      'Suivi à compléter, K6 : INS/va1.56.01.01 : Avancement « en cours » → « à vérifier »',
      'Pièces à compléter, H4 : INS/va1.56.01.01 (preuves/a.png) : Date « 2026-11-01 » → « 2026-11-09 »',
      'Pièces à compléter, I4 : INS/va1.56.01.01 (preuves/a.png) : Version « 12.10 » → « =12.10 »',
      'Pièces à compléter, L4 : INS/va1.56.01.01 (preuves/a.png) : Revue « (vide) » → « CD, 2026-11-10, suffisante »',
      'Pièces à compléter, K5 : INS/va1.56.01.01 (https://example.org/r/1) : Note interne « (vide) » → « 007 »',
    ]);
    assert.match(after ?? '', /\{ responsable: BL, travail: à vérifier \}/);
    assert.match(
      after ?? '',
      /date: 2026-11-09\n {14}version: .?=12\.10.?\n {14}revue: \{ par: CD, le: 2026-11-10, avis: suffisante \}\n/,
    );
    assert.match(after ?? '', /note_interne: "007"/);
  });

  it('keeps apart what the dossier alone changed, what both did alike, and conflicts, which wait for a choice', async () => {
    const now = main
      .replace('responsable: AM', 'responsable: ZZ')
      .replace('date: 2026-11-01', 'date: 2026-11-05')
      .replace('12.10', '12.11');
    const edit = (program: SpreadsheetProgram) => {
      program.set(follow, proof, 'responsable', 'BL');
      program.set(pieces, a, 'date', dayNumber('2026-11-05'));
    };
    const open = await tell({ edit, now });
    assert.deepEqual([open.edits, open.after], [[], undefined]);
    assert.deepEqual(open.conflicts, [
      'Suivi à compléter, I6 : INS/va1.56.01.01 : Responsable valait « AM » ; vaut « ZZ » dans le dossier et « BL » dans le classeur.',
    ]);
    assert.match(
      open.summary,
      /^Aucune valeur à reprendre, 1 conflit, 1 changée dans le dossier seul, 1 changée de même des deux côtés, /,
    );
    const ours = await tell({ edit, now, side: 'ours' });
    assert.deepEqual([ours.edits, ours.after], [[], undefined]);
    assert.match(ours.conflicts.join(), /le dossier est gardé/);
    const theirs = await tell({ edit, now, side: 'theirs' });
    assert.match(theirs.edits.join(), /Responsable « ZZ » → « BL »/);
    assert.match(theirs.after ?? '', /responsable: BL, .*\n[^]*date: 2026-11-05\n *version: 12\.11\n/);
  });

  it('refuses by the address of the cell what says nothing that could be written', async () => {
    const { edits, notes, after } = await tell({
      edit: (program) => {
        program.set(follow, proof, 'travail', 'presque');
        program.set(follow, proof, 'pour_le', '31/31/2026');
        program.set(follow, proof, 'responsable', { formula: 'VLOOKUP(A1,B1,2)' });
        program.set(follow, proof, 'commentaire', 'ici ?');
        program.set(pieces, a, 'version', 'deux\nlignes');
        program.set(pieces, a, 'revue.avis', 'suffisante');
        program.set(pieces, a, 'commentaire', 'gardé');
      },
    });
    assert.deepEqual(
      notes.map((note) => note.replace(/ : .*/s, '')),
      [
        'Suivi à compléter, L6',
        'Suivi à compléter, I6',
        'Suivi à compléter, J6',
        'Suivi à compléter, K6',
        'Pièces à compléter, I4',
        'Pièces à compléter, N4',
      ],
    );
    assert.match(
      notes.join('\n'),
      /« presque » n’est pas une valeur de « Avancement » : choisissez parmi à faire, en cours, à vérifier, fait\./,
    );
    assert.match(notes.join('\n'), /« 31\/31\/2026 » n’est pas une date/);
    assert.match(notes.join('\n'), /I6 : une formule y est/);
    assert.match(notes.join('\n'), /L6 : cette ligne n’a pas de « Commentaire pour l’instructeur »/);
    assert.match(notes.join('\n'), /N4 : Une revue dit qui a relu, quand, et son avis : il manque par, le\./);
    // One that cannot be written keeps no other out.
    assert.deepEqual(edits.length, 1);
    assert.match(after ?? '', /commentaire: gardé/);
  });

  it('takes no review of a file that is another now, whatever is chosen', async () => {
    const edit = (program: SpreadsheetProgram) => {
      program.set(pieces, a, 'revue.par', 'CD');
      program.set(pieces, a, 'revue.le', '2026-11-10');
      program.set(pieces, a, 'revue.avis', 'suffisante');
    };
    for (const evidenceNow of [{ 'preuves/a.png': file({ sha256: 'f'.repeat(64) }) }, {}]) {
      const { edits, notes, after } = await tell({ edit, evidenceNow, side: 'theirs' });
      assert.deepEqual([edits, after], [[], undefined]);
      assert.match(notes.join(), /L4 : .*\(preuves\/a\.png\) : le fichier n’est plus celui/);
    }
    const common = 'commun:a.png';
    const shared = await tell({
      before: main.replace('preuves/a.png', common),
      edit: (program) => {
        for (const [id, value] of [['par', 'CD'], ['le', '2026-11-10'], ['avis', 'suffisante']] as const)
          program.set(pieces, pieceKey(common), `revue.${id}`, value); // prettier-ignore
      },
      evidence: { [common]: file({ sha256: '1'.repeat(64) }) },
      evidenceNow: { [common]: file({ sha256: 'f'.repeat(64) }) },
    });
    assert.deepEqual([shared.edits, shared.after], [[], undefined]);
    assert.match(shared.notes.join(), /\(commun:a\.png\) : le fichier n’est plus celui/);
    const removed = await tell({
      before: main.replace(
        'version: 12.10',
        'version: 12.10\n              revue: { par: CD, le: 2026-11-10, avis: suffisante }',
      ),
      edit: (program) => {
        for (const id of ['revue.par', 'revue.le', 'revue.avis']) program.set(pieces, a, id, undefined);
      },
      evidenceNow: {},
    });
    assert.deepEqual([removed.notes, removed.after], [[], main]);
  });

  it('lists rows that were added, copied, taken from elsewhere or taken away, and columns that are gone', async () => {
    const { edits, notes } = await tell({
      edit: (program) => {
        const { rows } = program.sheet(pieces);
        const [, , , first = []] = rows;
        rows.push([undefined, 'nouvelle ligne', 'PSC.01'], ['["piece","","x","y","fichier","z"]'], [...first]);
        const copy = rows.at(-1) ?? [];
        copy[7] = dayNumber('2026-11-20');
        program.set(pieces, 'https://example.org/r/1', 'note_interne', 'vu');
        for (const cells of rows) cells.splice(9, 1);
        const followRows = program.sheet(follow).rows;
        followRows.splice(
          followRows.findIndex(([key]) => key === proof),
          1,
        );
      },
    });
    assert.deepEqual(edits.length, 1);
    assert.deepEqual(notes.map((note) => note.replace(/ : .*/s, '')).slice(0, 3), [
      'Pièces à compléter, B6',
      'Pièces à compléter, A7',
      'Pièces à compléter, B8',
    ]);
    assert.match(notes.join('\n'), /B6 : ligne ajoutée, qui n’est d’aucune preuve/);
    assert.match(notes.join('\n'), /A7 : ligne venue d’un autre classeur/);
    assert.match(notes.join('\n'), /B8 : copie de la ligne de Pièces à compléter, B4, qui dit autre chose/);
    assert.match(notes.join('\n'), /Une ligne n’est plus dans le classeur \(dont INS\/va1\.56\.01\.01\)/);
    assert.match(notes.join('\n'), /Pièces à compléter : la colonne « Commentaire pour l’instructeur » n’y est plus/);
  });

  it('finds its rows in whatever order, under whatever name, a piece that was renamed by its content', async () => {
    const { edits, notes, after } = await tell({
      edit: (program) => {
        const sheet = program.sheet(pieces);
        program.set(pieces, a, 'note_interne', 'vu');
        sheet.name = 'Pour Nadia';
        sheet.rows = sheet.rows.slice(0, 3).concat([[undefined, undefined]], sheet.rows.slice(3).reverse());
        for (const cells of sheet.rows) cells.splice(1, 0, undefined, 'colonne ajoutée');
        program.sheets.reverse();
      },
      now: main.replace('preuves/a.png', 'preuves/renommée.png'),
      evidenceNow: { 'preuves/renommée.png': file({ sha256: '1'.repeat(64) }) },
    });
    assert.match(edits.join(), /^Pour Nadia, M6 : INS\/va1\.56\.01\.01 \(preuves\/renommée\.png\) : Note interne/);
    assert.match(notes.join(), /ligne ajoutée/);
    assert.match(after ?? '', /fichier: preuves\/renommée\.png\n[^]*note_interne: vu\n {12}- lien/);
  });

  it('says that what was edited is no longer there, and nothing of rows that nobody edited', async () => {
    const now = body('- lien: https://example.org/r/2');
    const edited = await tell({ now, edit: (program) => program.set(pieces, a, 'note_interne', 'vu') });
    assert.deepEqual([edited.edits, edited.after], [[], undefined]);
    assert.match(
      edited.notes.join('\n'),
      /^Pièces à compléter, K4 : INS\/va1\.56\.01\.01 \(preuves\/a\.png\) n’est plus dans le dossier/,
    );
    assert.deepEqual((await tell({ now })).notes, []);
  });

  it('does not take one of two citations of the same file for the other', async () => {
    const twice = body(
      '- fichier: preuves/a.png',
      '  date: 2026-11-01',
      '- fichier: preuves/a.png',
      '  date: 2026-11-02',
    );
    const second = JSON.stringify([a, 2, 2]);
    const edit = (program: SpreadsheetProgram) => program.set(pieces, second, 'version', '1');
    assert.match((await tell({ before: twice, edit })).after ?? '', /date: 2026-11-02\n *version: "?1"?\n/);
    const { edits, notes } = await tell({
      before: twice,
      edit,
      now: body('- fichier: preuves/a.png', '  date: 2026-11-02'),
    });
    assert.deepEqual(edits, []);
    assert.match(notes.join(), /n’est plus dans le dossier/);
  });

  it('reads days as the language of the workbook writes them, and takes none that may be two', async () => {
    const edit = (sheet: string) => (program: SpreadsheetProgram) => {
      program.set(sheet, a, 'date', '03/04/2026');
    };
    assert.match((await tell({ edit: edit(pieces) })).after ?? '', /date: 2026-04-03\n/);
    const english = await tell({ edit: edit('Pieces to edit'), locale: 'en' });
    assert.equal(english.after, undefined);
    assert.match(english.notes.join(), /^Pieces to edit, H4: “03\/04\/2026” is no date of the calendar, or may be two/);
    const words = await tell({
      locale: 'en',
      edit: (program) => program.set('Follow-up to edit', proof, 'travail', 'Done'),
    });
    assert.match(words.after ?? '', /travail: fait/);
  });

  it('takes no text that a cell has cut', async () => {
    const long = `note ${'é'.repeat(40_000)}`;
    const before = main.replace('version: 12.10', `note_interne: ${long}`);
    assert.deepEqual((await tell({ before })).notes, []);
    const { edits, notes } = await tell({
      before,
      edit: (program) => program.set(pieces, a, 'note_interne', 'courte'),
    });
    assert.deepEqual(edits, []);
    assert.match(notes.join(), /plus long qu’une cellule/);
  });

  it('knows a workbook of another dossier, and a sheet of ours that was changed or is of another version', async () => {
    const { other } = await tell({ now: main.replace('nom: MonCabinet', 'nom: AutreLogiciel') });
    assert.match(
      other ?? '',
      /écrit pour « MonCabinet » \(MDV-LGC-Va2\), et ce dossier est celui de « AutreLogiciel »/,
    );
    assert.equal((await tell({})).other, undefined);
    const kindAfter = async (edit: (program: SpreadsheetProgram) => void): Promise<string> => {
      const program = await written(main, digests('a.png'), 'fr');
      edit(program);
      return recordOf(await readWorkbook(program.save(), neverCancelled)).kind;
    };
    assert.equal(await kindAfter((program) => program.sheet('segur-preuves').rows.splice(8, 1)), 'damaged');
    assert.equal(
      await kindAfter((program) => (program.sheet('segur-preuves').rows[0] = ['segur-preuves/rapport', 'format 2'])),
      'otherVersion',
    );
    assert.equal(
      await kindAfter((program) =>
        program.sheets.splice(
          program.sheets.findIndex(({ name }) => name === 'segur-preuves'),
          1,
        ),
      ),
      'none',
    );
  });

  it('shows no sheet to write in, nor the hidden one, to ANS', async () => {
    const { analysis } = await analyse([], { main, evidence: digests('a.png') });
    const sheetsOf = (forAns: boolean) => {
      const bytes = renderReport({ analysis, evidenceFile: () => undefined, format: 'xlsx', forAns, locale: 'fr' });
      assert.ok(bytes instanceof Uint8Array);
      return new SpreadsheetProgram(bytes).sheets;
    };
    const own = sheetsOf(false).map(({ name, state }) => [name, state]);
    assert.deepEqual(own.slice(1, 3), [
      [follow, undefined],
      [pieces, undefined],
    ]);
    assert.deepEqual(own.at(-1), ['segur-preuves', 'veryHidden']);
    const shown = sheetsOf(true);
    assert.ok(!shown.some(({ name, state }) => name === follow || name === pieces || state !== undefined));
    assert.doesNotMatch(JSON.stringify(shown), /segur-preuves|segur:|"AM"|en cours/);
  });
});
