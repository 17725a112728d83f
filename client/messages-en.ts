import type { Messages } from './messages';
import { formatBytes } from '../words/numbers';
import { fill, type SentenceArguments } from '../words/say';

const say = (text: string, args: SentenceArguments): string => fill(text, 'en', args);

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

  serverStarting: 'Ségur Preuves is starting…',
  serverFailed: 'The Ségur Preuves server stopped twice in a row. Restart it; if this happens again, the log says why.',
  serverNotRunning: 'The Ségur Preuves server is not running. Restart it, then try again.',
  serverRestarted: 'The Ségur Preuves server restarted.',
  failed: (what, why) => `${what}: ${why}`,
  labelled: (label, text) => `${label}: ${text}`,
  changedMeanwhile: 'the manifest changed in the meantime. Try again.',
  desktopOnly:
    'This needs VS Code on your machine: in the browser the extension has neither programs to run nor a disk. Open the same repository there, then try again.',
  virtualWorkspace:
    'These files are not on the disk of this machine: Ségur Preuves reads nothing there, and this manifest is not checked. Clone the repository or copy the folder to the machine, or open it on vscode.dev, where the extension reads repositories without cloning them.',
  cloneRepository: 'Clone the Repository…',
  openFolder: 'Open a Folder…',
  inBrowser:
    'In the browser the inside of evidence is not read: these figures do not replace a check in VS Code on your machine.',
  untrusted: 'Ségur Preuves writes nothing in an untrusted workspace. Trust it if you know where it comes from.',

  picturesUnread: (count) =>
    say(
      '{count, plural, one {The text of a cited picture is not read} other {The text of # cited pictures is not read}}: a real identity there would go unnoticed. It can be read on this machine, offline, in about a second for each picture.',
      { count },
    ),
  readPictures: 'Read the pictures',
  notNow: 'Not now',

  countsSpoken: (provided, total) => say('{provided, number} of {total, number} provided', { provided, total }),
  toFix: (count) => say('{count, plural, one {# proof} other {# proofs}} incomplete or to review', { count }),
  compliance: 'Compliance',
  groupedByChapter: 'by chapter',
  groupedByDomain: 'by domain',
  countsTable: (counts) => [
    say('provided: {provided, number}', counts),
    say('to provide: {toProvide, number}', counts),
    say('incomplete: {incomplete, number}', counts),
    say('to review: {toReview, number}', counts),
    say('in all: {total, number}', counts),
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
      : say(
          '{dossiers, plural, one {# dossier} other {# dossiers}} checked: {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {infos, plural, one {# information} other {# informations}}.',
          result,
        ),

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
    say(
      '{dispositif}: {requirements, plural, one {# requirement} other {# requirements}}, {scenarios, plural, one {# scenario} other {# scenarios}}, {proofs, plural, one {# expected proof} other {# expected proofs}}.',
      result,
    ),
  importLost: (count) =>
    say(
      '{count, plural, =1 {One point of the workbook is lost or ambiguous: read it} other {# points of the workbook are lost or ambiguous: read them}} again before you rely on the catalogue.',
      { count },
    ),
  doubts: (count) => say('Rows to read again ({count, number})', { count }),
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
  newProfileAdds: (count) =>
    say('{count, plural, =0 {adds no requirement} one {adds # requirement} other {adds # requirements}}', { count }),
  newProfilesSum: (count) => say('{count, plural, one {# requirement} other {# requirements}} to prove', { count }),
  newFinish: 'Create the dossier now: the rest can be filled in later',
  newLater: 'Enter without a word: to be filled in later',
  newVendor: 'Vendor: company name',
  newSiret: 'SIRET of the vendor (14 digits)',
  newSoftware: 'Name of the software',
  newVersion: 'Candidate version of the software: evidence of another version will be flagged',
  newVersionDate: 'Date of this version (YYYY-MM-DD)',
  newPlannedFiling: 'Planned filing date (YYYY-MM-DD)',
  newLayout: 'How to arrange the requirements',
  newByChapter: 'A file for each chapter',
  newByChapterDetail: 'For a team: two chapters are never changed in the same file.',
  newOneFile: 'One file',
  newOneFileDetail: 'All at a glance, for one person.',
  newPieces: 'Where evidence goes, in the dossier',
  newNotMade: 'The proof dossier was not created',
  newResume: 'Resume',
  newName: 'Name of the dossier file',
  addFirst: 'Add the first evidence',
  created: (requirements) =>
    say('Dossier created: {requirements, plural, one {# applicable requirement} other {# applicable requirements}}.', {
      requirements,
    }),
  noDispositif: 'No dispositif is known. Import a REM.',
  catalogueFilter: 'Imported catalogue',
  use: 'Choose',

  packaging: 'Packaging the submission',
  packageTitle: 'Package the submission',
  packageDossier: 'Proof dossier',
  packageWhat: 'What does the submission hold?',
  packageWhole: 'The chapters of the dossier',
  packageAnswers: (count) => say('Only the answers to ANS’s requests ({count, number})', { count }),
  packageAnswersDetail: 'The proofs for which a change is requested, or whose answer is dated today.',
  packageChapters: 'Chapters to submit (ANS examines a chapter once it is complete)',
  packageUnread: 'Some evidence was not read to its end.',
  packageUnreadDetail:
    'What was not read was not checked either. The tree and the table say why for each piece; look at them yourself before you submit.',
  packageAnyway: 'Package',
  packageTarget: 'Save the submission',
  packageFilter: 'Submission archive',
  packaged: (result) =>
    [
      say('{what}: {name}, {entries, plural, one {# entry} other {# entries}}, {size}.', {
        what: result.draft ? 'Draft written' : 'Submission written',
        name: result.name,
        entries: result.entries,
        size: formatBytes(result.bytes, 'en'),
      }),
      ...result.notes,
      `Beside it, ${result.internalName} keeps what does not leave: do not submit it.`,
    ].join(' '),
  packageBlocked: (total) =>
    say(
      'The submission was not written: {total, plural, one {# point stands} other {# points stand}} in the way of a complete one.',
      { total },
    ),
  packageBlockedShown: (shown, total) =>
    say('{shown, number} of {total, plural, one {# point} other {# points}}', { shown, total }),
  packageBlockedPick: 'Choose a point to go there',
  packageBlockedCount: 'one point for each requirement or scenario',
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

  nameEmpty: 'Give a name.',
  nameHasFolder: 'A file name, without a folder.',
  nameCharacters: (characters) => `These characters are not allowed everywhere: ${characters}`,
  nameSuffix: (suffix) => `The name ends with ${suffix}`,
  nameTaken: 'This file exists already. Choose another name.',
  pathOutside: 'The file stays in this folder: a relative path, without “..”.',
};
