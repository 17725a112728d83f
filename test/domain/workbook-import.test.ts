import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Scenario } from '../../server/core/catalogue/catalogue';
import { evidenceType } from '../../server/core/catalogue/evidence-types';
import { readCatalogue } from '../../server/core/catalogue/read-catalogue';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { neverCancelled } from '../../server/core/ports/cancellation';
import { guessDispositif } from '../../server/core/workbook/guess-dispositif';
import { importWorkbook, type ImportedWorkbook } from '../../server/core/workbook/import-workbook';
import type { Sheet, Workbook } from '../../server/core/workbook/workbook';
import { readWorkbookFile } from '../../server/host/workbook/read-workbook';
import { assertAccounted, fixture, fixtures, proof, requirement, rowsOf } from '../kit/workbook-import';

describe('workbook import: wave 1', () => {
  let imported: ImportedWorkbook;
  before(async () => (imported = await fixture('vague1.xlsx')));

  it('finds the header by its names, wherever it stands', () => {
    const sheet = imported.report.sheets[0];
    assert.equal(sheet?.layout, 'vague1');
    assert.equal(sheet.headerRow, 4);
    assert.deepEqual(sheet.rows, { nonEmpty: 16, header: 2, preamble: 2, read: 10, unread: 2 });
    assert.deepEqual(sheet.otherColumns, [{ column: 'J', header: 'Responsable', filled: 3 }]);
    assertAccounted(imported);
  });

  it('leaves other and hidden sheets aside, and says so', () => {
    const others = imported.report.sheets.slice(1);
    assert.deepEqual(
      others.map(({ name, ignored, rows }) => [name, ignored, rows.nonEmpty]),
      [
        ['Liste Référentiels', 'autre-contenu', 3],
        ['Ancienne version', 'masquee', 2],
      ],
    );
  });

  it('reads a requirement over several rows', () => {
    const { catalogue } = imported;
    const ins = requirement(catalogue, 'INS/va1.56~01');
    assert.equal(ins.printedId, 'INS/va1.56');
    assert.equal(ins.text, 'Le système DOIT afficher les traits.\nTous les traits.');
    assert.equal(ins.chapter, "Gestion de l'INS");
    assert.equal(ins.section, 'INS');
    assert.equal(ins.domain, 'ins');
    assert.equal(ins.nature, 'EXIGENCE');
    assert.deepEqual(ins.sheetRow, { sheet: 'Exigences', row: 5 });
    assert.equal(ins.confidence, 'importe');
    assert.match(ins.fingerprint ?? '', /^[0-9a-f]{8}$/);
    assert.deepEqual(
      ins.scenarios.map((scenario) => [scenario.id, scenario.proofs.map((one) => one.id)]),
      [
        ['INS/va1.56.01', ['INS/va1.56.01.01~ins-va1-56-01', 'INS/va1.56.01.02']],
        ['INS/va1.56.02', ['INS/va1.56.02.01', 'INS/va1.56.02.02']],
      ],
    );
    assert.equal(ins.scenarios[0]?.name, 'montrer les traits');
  });

  it('takes another statement under the same id for another requirement', () => {
    const other = requirement(imported.catalogue, 'INS/va1.56~03');
    assert.equal(other.printedId, 'INS/va1.56');
    assert.equal(other.text, 'Le système DOIT afficher autre chose.');
    assert.deepEqual(
      other.scenarios.map(({ id, proofs }) => [id, proofs.map((one) => [one.id, one.printedId])]),
      [['INS/va1.56.03', [['INS/va1.56.01.01~ins-va1-56-03', 'INS/va1.56.01.01']]]],
    );
  });

  it('reads rows under a merged cell as the same requirement', () => {
    const mss = requirement(imported.catalogue, 'MSS/va1.01');
    assert.equal(mss.nature, 'EXIGENCE');
    assert.deepEqual(mss.profiles, ['BAL PER-ORG', 'BAL APP']);
    assert.equal(mss.scenarios.length, 2);
    assert.equal(mss.scenarios[1]?.id, 'MSS/va1.01.02');
    assert.equal(mss.scenarios[1].derivedId, true);
  });

  it('keeps odd ids as they are and makes missing ones', () => {
    const { catalogue, report } = imported;
    assert.equal(proof(catalogue, 'DMP/va1.16.01', 'DMP/va1.61.01.01').atypicalId, true);
    assert.equal(proof(catalogue, 'MSS/va1.01.01', 'MSS/va1.01.01.02').derivedId, true);
    assert.equal(proof(catalogue, 'DMP/va1.16.01', 'DMP/va1.16.01.02').expected, '');
    assert.deepEqual(rowsOf(report, 'numero-preuve-atypique'), [12, 15]);
    assert.deepEqual(rowsOf(report, 'preuve-sans-numero'), [9, 10]);
    assert.deepEqual(rowsOf(report, 'scenario-sans-numero'), [10]);
    assert.deepEqual(rowsOf(report, 'preuve-sans-texte'), [12]);
    assert.deepEqual(rowsOf(report, 'numero-en-double'), [15, 15]);
    assert.deepEqual(rowsOf(report, 'sans-objet'), [14]);
  });

  it('reports what repeats, with the words set aside', () => {
    const { report } = imported;
    assert.deepEqual(rowsOf(report, 'ligne-repetee'), [16]);
    assert.deepEqual(rowsOf(report, 'conditionnelle-incoherente'), [12]);
    assert.deepEqual(rowsOf(report, 'nature-inconnue'), [14]);
    assert.deepEqual(rowsOf(report, 'texte-avant-entete'), [1, 2]);
    const unread = report.doubts.filter((doubt) => doubt.code === 'ligne-non-classee');
    assert.deepEqual(
      unread.map((doubt) => [doubt.row, doubt.kept]),
      [
        [18, 'J: Relu le\nK: 2023-03-15\nL: 12.10'],
        [19, 'A: Fin du tableau, voir la notice'],
      ],
    );
    assert.ok(
      report.doubts.every((doubt) => doubt.message.fr !== '' && !/\{\w+\}/.test(doubt.message.fr + doubt.message.en)),
    );
  });

  it('guesses evidence types and test cases from the words', () => {
    const { catalogue } = imported;
    assert.deepEqual(proof(catalogue, 'INS/va1.56.01', 'INS/va1.56.01.01~ins-va1-56-01').types, [
      'demonstration',
      'video',
      'capture_ecran',
    ]);
    assert.deepEqual(proof(catalogue, 'INS/va1.56.01', 'INS/va1.56.01.02').types, ['capture_ecran']);
    assert.deepEqual(proof(catalogue, 'MSS/va1.01.01', 'MSS/va1.01.01.01').types, ['lien_permanent_gazelle']);
    assert.deepEqual(proof(catalogue, 'MSS/va1.01.01', 'MSS/va1.01.01.01').testCases, ['CI-SIS-IHE-XDM-PMC-Sc1-INS']);
    assert.deepEqual(proof(catalogue, 'MSS/va1.01.01', 'MSS/va1.01.01.02').types, ['source_smtp']);
  });

  it('says what it read', () => {
    const { read } = imported.report;
    assert.deepEqual([read.requirements, read.scenarios, read.proofs, read.coreScenarios], [6, 7, 11, 0]);
    assert.deepEqual(
      read.perChapter.find((chapter) => chapter.chapter === 'Échanges'),
      {
        chapter: 'Échanges',
        requirements: 1,
        scenarios: 2,
        proofs: 3,
      },
    );
    assert.deepEqual(imported.catalogue.imported?.sheets, ['Exigences']);
    assert.match(imported.catalogue.imported.sha256 ?? '', /^[0-9a-f]{64}$/);
  });
});

describe('workbook import: wave 2', () => {
  let imported: ImportedWorkbook;
  before(async () => (imported = await fixture('vague2.xlsx')));

  it('reads the published columns A to U', () => {
    const { catalogue, report } = imported;
    assert.equal(report.sheets[0]?.layout, 'vague2');
    assertAccounted(imported);
    const psc = requirement(catalogue, 'SC.PSC.01');
    assert.equal(psc.socleId, 'SC.PSC.01');
    assert.equal(psc.domain, 'psc');
    assert.equal(psc.criticality, 'MAJOR');
    assert.equal(psc.sourceState, 'Publiée');
    assert.equal(psc.comment, 'Voir la notice');
    assert.equal(requirement(catalogue, 'SSI/GEN.06').criticality, 'MINOR');
    assert.equal(requirement(catalogue, 'SSI/GEN.06').hasClause, true);
    assert.deepEqual(requirement(catalogue, 'SSI/GEN.06').profiles, ['IE ASPM', 'IAM']);
    assert.equal(requirement(catalogue, 'PSC.02').criticality, 'Bloquante');
    assert.equal(requirement(catalogue, 'ORDN/CONF.01p').chapter, 'Messagerie');
    assert.equal(requirement(catalogue, 'ZZZ.01').domain, 'autre');
    assert.equal(requirement(catalogue, 'ZZZ.01').text, undefined);
    assert.deepEqual(rowsOf(report, 'criticite-inconnue'), [4]);
    assert.deepEqual(rowsOf(report, 'profil-absent'), [6]);
    assert.deepEqual(rowsOf(report, 'chapitre-absent'), [7]);
    assert.deepEqual(rowsOf(report, 'exigence-sans-enonce'), [8]);
  });

  it('makes scenarios alternatives only where the statement says so', () => {
    const modes = (id: string): Scenario['mode'][] =>
      requirement(imported.catalogue, id).scenarios.map(({ mode }) => mode);
    assert.deepEqual(modes('SC.PSC.01'), ['au_moins_un', 'au_moins_un']);
    assert.deepEqual(modes('PSC.02'), ['tous']);
  });

  it('tells conditions and cases', () => {
    const { catalogue } = imported;
    assert.equal(proof(catalogue, 'PSC.01.01', 'PSC.01.01.01').dependsOnCase, true);
    assert.equal(proof(catalogue, 'PSC.01.02', 'PSC.01.02.01').condition, 'Si modalité CIBA');
    assert.equal(proof(catalogue, 'PSC.02.01', 'PSC.02.01.01').condition, undefined);
    assert.equal(proof(catalogue, 'PSC.02.01', 'PSC.02.01.01').dependsOnCase, true);
    assert.deepEqual(proof(catalogue, 'PSC.02.01', 'PSC.02.01.01').types, ['video', 'capture_ecran']);
    assert.equal(proof(catalogue, 'SSI/GEN.06.01', 'SSI/GEN.06.01.01').case, 'CAS 1');
    assert.equal(proof(catalogue, 'SSI/GEN.06.01', 'SSI/GEN.06.01.02').case, 'CAS 2');
    assert.deepEqual(proof(catalogue, 'MSS/CONF.01.01', 'MSS/CONF.01.01.01').testCases, ['MSS-LPS-SEGUR-GEN']);
  });
});

describe('workbook import: other layouts', () => {
  it('reads a Convergence import, one row per proof', async () => {
    const imported = await fixture('convergence.xlsx');
    const { catalogue, report } = imported;
    assert.equal(report.sheets[0]?.layout, 'convergence');
    assertAccounted(imported);
    assert.deepEqual([report.read.requirements, report.read.scenarios, report.read.proofs], [2, 2, 3]);
    assert.deepEqual(report.doubts, []);
    assert.equal(requirement(catalogue, 'MSS/CDA.01').nature, 'EXIGENCE');
    assert.equal(requirement(catalogue, 'ANN/va1.01').nature, 'INCONNUE');
    assert.equal(requirement(catalogue, 'MSS/CDA.01').note, 'Périmètre : Vague 1 ; Profil historique : Général');
  });

  it('reads core-business scenarios', async () => {
    const imported = await fixture('coeur-de-metier.xlsx');
    const { catalogue, report } = imported;
    assertAccounted(imported);
    const [first, second] = catalogue.coreScenarios;
    assert.equal(first?.id, 'SCN_DB/CO.01');
    assert.equal(first.mandatory, true);
    assert.deepEqual(first.covers, ['DB.CO.48', 'SC.DB/DPI.03', 'DB.CO.63']);
    assert.equal(first.steps[1]?.text, 'Lire.\n\nCritères vérifiés :\nLa lecture se fait.');
    assert.deepEqual(
      first.proofs.map((one) => [one.id, one.step, one.derivedId]),
      [
        ['SCN_DB/CO.01.01.01', 'SCN_DB/CO.01.01', undefined],
        ['SCN_DB/CO.01.02.01', 'SCN_DB/CO.01.02', undefined],
        ['SCN_DB/CO.01.02.02', 'SCN_DB/CO.01.02', true],
      ],
    );
    assert.equal(second?.mandatory, false);
    assert.deepEqual(second.profiles, ['Général']);
    assert.deepEqual(rowsOf(report, 'reference-inconnue'), [2]);
    assert.deepEqual(
      requirement(catalogue, 'DB/VI-CO.03').profiles,
      [],
      'dashes never take the profile of another requirement',
    );
    assert.equal(requirement(catalogue, 'DB/VI-CO.03').domain, 'drimbox_visionneuse');
  });

  it('says when no sheet is a REM', async () => {
    const { catalogue, report } = await fixture('sans-rem.xlsx');
    assert.equal(catalogue.requirements.length, 0);
    assert.deepEqual(
      report.sheets.map((sheet) => sheet.ignored),
      ['autre-contenu'],
    );
  });

  it('reads a hidden sheet when no visible one is a REM', async () => {
    const { workbook } = await readWorkbookFile(join(fixtures, 'convergence.xlsx'), neverCancelled);
    const hidden: Workbook = { sheets: workbook.sheets.map((sheet): Sheet => ({ ...sheet, hidden: true })) };
    const { report } = importWorkbook(hidden, { dispositif: 'X', fileName: 'x.xlsx' });
    assert.equal(report.read.requirements, 2);
    assert.deepEqual(rowsOf(report, 'feuille-masquee'), [1]);
  });
});

describe('workbook import: as a catalogue file', () => {
  for (const name of ['vague1.xlsx', 'vague2.xlsx', 'convergence.xlsx', 'coeur-de-metier.xlsx', 'sans-rem.xlsx']) {
    it(`writes ${name} and reads it back the same`, async () => {
      const { catalogue } = await fixture(name);
      const reading = readCatalogue(writeCatalogue(catalogue));
      assert.deepEqual(reading.problems, []);
      assert.deepEqual(reading.catalogue, catalogue);
      const proofs = catalogue.requirements.flatMap((one) => one.scenarios).flatMap((one) => one.proofs);
      assert.ok(proofs.flatMap((one) => one.types).every((type) => evidenceType(type) !== undefined));
    });
  }
});

describe('workbook import: dispositif of a file name', () => {
  it('is read in full or not at all', () => {
    assert.equal(guessDispositif('REM-MDV-LGC-Va2.xlsx'), 'MDV-LGC-Va2');
    assert.equal(guessDispositif('rem-mdv-lgc-va1 (1).xlsx'), 'MDV-LGC-Va1');
    assert.equal(guessDispositif('REM-MS1-DUI-PA-PH-DOM-Va1_v3.xlsx'), 'MS1-DUI-PA-PH-DOM-Va1');
    assert.equal(guessDispositif('DSR-HOP-PFI-Va1.xlsx'), 'HOP-PFI-Va1');
    assert.equal(guessDispositif('rem-lgc-vague1.xlsx'), undefined);
    assert.equal(guessDispositif('REM-LGC-Va2.xlsx'), undefined);
    assert.equal(guessDispositif('exigences.xlsx'), undefined);
  });
});
