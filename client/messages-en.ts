import type { Messages } from './messages';
import { formatBytes, formatCount } from './numbers';

const n = (count: number): string => formatCount(count, 'en');
const s = (count: number, one: string, many: string): string => `${n(count)} ${count === 1 ? one : many}`;

/** What the client says in English. */
export const english: Messages = {
  product: 'Ségur Preuves',

  open: 'Open',
  openLog: 'Open log',
  restart: 'Restart',
  showInFolder: 'Show in folder',
  copyPath: 'Copy path',
  showProblems: 'Show problems',
  showTree: 'Show compliance',
  openCatalogue: 'Open the catalogue',
  createDossier: 'Create a dossier',
  importRem: 'Import a REM',
  manageTrust: 'Manage trust…',
  chooseFolder: 'Choose a folder',
  packageDraft: 'Package a draft',
  showReasons: 'Show why',

  serverStarting: 'Ségur Preuves is starting…',
  serverFailed: 'The Ségur Preuves server stopped twice in a row. Restart it; if this happens again, the log says why.',
  serverNotRunning: 'The Ségur Preuves server is not running. Restart it, then try again.',
  serverRestarted: 'The Ségur Preuves server restarted.',
  failed: (what, why) => `${what}: ${why}`,
  labelled: (label, text) => `${label}: ${text}`,
  untrusted: 'Ségur Preuves writes nothing in an untrusted workspace. Trust it if you know where it comes from.',

  countsSpoken: (provided, total) => `${n(provided)} of ${n(total)} provided`,
  toFix: (count) => s(count, 'proof incomplete or to review', 'proofs incomplete or to review'),
  compliance: 'Compliance',
  groupedByChapter: 'by chapter',
  groupedByDomain: 'by domain',
  countsTable: (counts) => [
    `provided: ${n(counts.provided)}`,
    `to provide: ${n(counts.toProvide)}`,
    `incomplete: ${n(counts.incomplete)}`,
    `to review: ${n(counts.toReview)}`,
    `in all: ${n(counts.total)}`,
  ],
  catalogue: 'Catalogue',
  noCatalogue: 'This file belongs to no proof dossier',
  placeGone: 'That place is gone. Refresh the view.',
  evidenceNotAFile: 'This evidence is not a file of the dossier.',
  refreshing: 'Refreshing compliance',
  openingEvidence: 'Opening the evidence',

  checking: 'Checking all evidence',
  checked: (result) =>
    result.dossiers === 0
      ? 'No proof dossier to check.'
      : `${s(result.dossiers, 'dossier', 'dossiers')} checked: ${s(result.errors, 'error', 'errors')}, ` +
        `${s(result.warnings, 'warning', 'warnings')}, ${s(result.infos, 'information', 'informations')}.`,

  importing: 'Importing the REM',
  importTitle: 'Import a REM',
  importFileLabel: 'Import this workbook',
  importFileFilter: 'REM workbook',
  importNotWorkbook: (name) => `${name} is no .xlsx workbook. Save a REM in the .xls format as .xlsx first.`,
  importDispositif: 'Dispositif of this REM',
  importDispositifFromFile: 'Let the workbook say',
  importDispositifFromFileDetail: 'The import stops with an explanation if it does not.',
  importVersion: 'Version or date of this REM, as published (optional)',
  importTarget: 'File to write, relative to',
  importReplaces: 'This file exists: it will be replaced.',
  imported: (result) =>
    `${result.dispositif}: ${s(result.requirements, 'requirement', 'requirements')}, ` +
    `${s(result.scenarios, 'scenario', 'scenarios')}, ${s(result.proofs, 'expected proof', 'expected proofs')}.`,
  importLost: (count) =>
    count === 1
      ? 'One point of the workbook is lost or ambiguous: read it again before you rely on the catalogue.'
      : `${n(count)} points of the workbook are lost or ambiguous: read them again before you rely on the catalogue.`,
  doubts: (count) => `Rows to read again (${n(count)})`,
  doubtsTitle: (file) => `Rows to read again in ${file}`,
  doubtsIntroduction:
    'The import could not decide about these rows. Compare them with the workbook, then correct the catalogue if needed.',

  creating: 'Creating the proof dossier',
  newTitle: 'New proof dossier',
  newFolder: 'Where to create the proof dossier',
  newOtherFolder: 'Another folder…',
  newDispositif: 'Dispositif applied for',
  newCatalogue: 'REM to follow',
  newCatalogueBuiltIn: 'Built-in catalogue',
  newCatalogueBuiltInDetail: 'A working reconstruction, not the official REM. You can import that one later.',
  newCatalogueFile: 'Choose an imported catalogue…',
  newCatalogueImport: 'Import a REM (.xlsx)…',
  newProfiles: 'Profiles of the software (a “Général” requirement always applies)',
  newName: 'Name of the dossier file',
  created: (requirements) =>
    `Dossier created: ${s(requirements, 'applicable requirement', 'applicable requirements')}.`,
  noDispositif: 'No dispositif is known. Import a REM.',
  catalogueFilter: 'Imported catalogue',
  use: 'Choose',

  packaging: 'Packaging the submission',
  packageTitle: 'Package the submission',
  packageDossier: 'Proof dossier',
  packageWhat: 'What does the submission hold?',
  packageWhole: 'The chapters of the dossier',
  packageAnswers: (count) => `Only the answers to ANS’s requests (${n(count)})`,
  packageAnswersDetail: 'The proofs for which a change is requested, or whose answer is dated today.',
  packageChapters: 'Chapters to submit (ANS examines a chapter once it is complete)',
  packageTarget: 'Save the submission',
  packageFilter: 'Submission archive',
  packaged: (result) =>
    `${result.draft ? 'Draft written' : 'Submission written'}: ${result.name}, ${s(result.entries, 'entry', 'entries')}, ` +
    [
      `${formatBytes(result.bytes, 'en')}.`,
      ...result.notes,
      `Beside it, ${result.internalName} keeps what does not leave: do not submit it.`,
    ].join(' '),
  packageBlocked: (total) =>
    `The submission was not written: ${s(total, 'point stands', 'points stand')} in the way of a complete one.`,
  packageBlockedShown: (shown, total) => `${n(shown)} of ${n(total)} points`,
  packageBlockedPick: 'Choose a point to go there',
  packageDraftDetail: 'Writes what is there, marked as a draft: not to be submitted.',
  packageFailed: 'The submission was not written',
  openingReport: 'Opening the report',
  savingReport: 'Saving the report',
  migrating: 'Update to the new REM',
  reportDossier: 'Proof dossier',
  reportTitle: 'Save the report',
  reportReader: 'Who is it for?',
  reportInternal: 'The team',
  reportInternalDetail: 'With internal notes and findings',
  reportForAns: 'ANS',
  reportForAnsDetail: 'Without internal notes and findings',
  reportFilters: { html: 'HTML page', xlsx: 'Excel workbook', csv: 'CSV', md: 'Markdown' },
  reportSaved: (name: string) => `Report saved: ${name}.`,
  noDossier: 'No proof dossier is open. Create one, or open the folder that holds one.',
  pathCopied: 'Path copied.',

  nameEmpty: 'Give a name.',
  nameHasFolder: 'A file name, without a folder.',
  nameCharacters: (characters) => `These characters are not allowed everywhere: ${characters}`,
  nameSuffix: (suffix) => `The name ends with ${suffix}`,
  nameTaken: 'This file exists already. Choose another name.',
  pathOutside: 'The file stays in this folder: a relative path, without “..”.',
};
