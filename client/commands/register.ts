import { portfolioMessages } from '../portfolio/portfolio-messages';
import { savePortfolioReport } from '../portfolio/portfolio-report';
import { reuse } from '../portfolio/reuse';
import { currentLanguage } from '../settings';
import * as vscode from 'vscode';
import { ServerNotRunning } from '../connection/server-connection';
import { collect } from '../incoming/collect';
import { takeAnswers } from '../incoming/answers';
import { incomingMessages } from '../incoming/incoming-messages';
import { intake } from '../incoming/intake';
import { commands, dropCommand, openRowCommand, walkthroughId } from '../ids';
import {
  addPiece,
  attachDeclaration,
  attachDropped,
  attachExecution,
  attachFile,
  attachLink,
  citeFiles,
} from '../attach/attach-commands';
import { targetIn } from '../attach/attach-target';
import { attachMessages } from '../attach/attach-messages';
import { declareNotApplicable } from '../attach/not-applicable';
import type { Messages } from '../messages';
import { desktopCommands } from '../platform/desktop-commands';
import { reportError } from '../ui/report-error';
import { commandButton, showWithButtons } from '../ui/buttons';
import { VirtualTexts } from '../ui/virtual-texts';
import { prepareAttestation } from './attestation';
import { check } from './check';
import { compare } from './compare';
import { showEligibility } from './eligibility';
import { eligibilityMessages } from './eligibility-messages';
import { chooseFilter } from './choose-filter';
import { goingMessages } from './going-messages';
import { importRem } from './import-rem';
import { mergeVersions } from './merge';
import { mergeMessages } from './merge-messages';
import { migrateDossier } from './migrate';
import { newDossier, type NewDossierSeed } from './new-dossier';
import { goToNext } from './next-place';
import { packageSubmission } from './package-submission';
import { copyLabel, openEvidence, openEvidenceOutside, openRow } from './row-commands';
import { markDone, openInManifest, writeDate } from './parcours-actions';
import { parcoursMessages } from './parcours-messages';
import { deletePiece, pieceMessages, revealPiece } from './piece-actions';
import { sortAsRem } from './rem-order';
import { remOrderMessages } from './rem-order-messages';
import { saveReport, saveTargetOf, showReport } from './report';
import { handOut, runsheetTargetOf, type RunsheetTarget } from './runsheet';
import { runsheetMessages } from './runsheet-messages';
import { search } from './search';
import { openTable, openText } from '../table/open-table';
import { chooseTableByDefault } from '../table/table-by-default';
import { tableWords } from '../table/table-words';
import { activeDocument } from '../ui/active-document';
import { ficheMessages } from '../fiche/fiche-messages';
import type { FicheProvider } from '../fiche/fiche-provider';
import { showFiche } from '../fiche/show-fiche';
import { previewPiece } from '../preview/preview-command';
import { previewWords } from '../preview/preview-words';
import { showMyProofs } from '../team/my-proofs';
import { newThread } from '../team/new-thread';
import { saveTasks } from '../team/save-tasks';
import { teamMessages } from '../team/team-messages';
import type { ThreadComments } from '../team/thread-comments';
import { askMyName } from '../team/who-am-i';
import type { Row } from '../tree/tree-model';
import type { Drop } from '../tree/drop-controller';
import { showUploads } from '../uploads/show-uploads';
import { uploadsWords } from '../uploads/uploads-words';
import type { Services } from './services';
import { showWatch } from './watch';
import { watchMessages } from './watch-messages';
import { submissionMessages } from './submission-messages';
import { verifyPackage } from './verify-package';

interface CommandOptions {
  /** Begins the message when the command fails. */
  readonly what: (messages: Messages) => string;
  /** It writes files, which an untrusted workspace may not make it do. */
  readonly writes?: boolean;
}

/** Registers every command of package.json, and those behind the rows of the tree. */
export function registerCommands(
  services: Services,
  fiche: FicheProvider,
  threads: ThreadComments,
  extension: vscode.Uri,
  memory: vscode.Memento,
): vscode.Disposable {
  const { connection, store, tree, messages, log } = services;
  const texts = new VirtualTexts(() => submissionMessages[currentLanguage()].gone);
  const register = (
    id: string,
    { what, writes }: CommandOptions,
    run: (argument: unknown, selection: unknown) => unknown,
  ) =>
    vscode.commands.registerCommand(id, async (argument: unknown, selection: unknown) => {
      try {
        if (connection.platform.isBrowser && desktopCommands.has(id))
          await showWithButtons('warning', messages().desktopOnly, []);
        else if (writes && !vscode.workspace.isTrusted) await refuseUntrusted(messages());
        else await run(argument, selection);
      } catch (error) {
        // Whoever ran the command does not wait until the message is closed.
        reportError(what(messages()), error, messages(), log).catch((failure: unknown) => {
          log.error(`The error could not be shown: ${String(failure)}`);
        });
      }
    });
  const going: CommandOptions = { what: () => goingMessages[currentLanguage()].going };
  const simple: CommandOptions = { what: ({ product }) => product };
  const talking: CommandOptions = { what: () => teamMessages[currentLanguage()].talking, writes: true };
  const attaching: CommandOptions = { what: () => attachMessages[currentLanguage()].attaching, writes: true };
  return vscode.Disposable.from(
    texts,
    register(commands.newDossier, { what: (m) => m.creating, writes: true }, (argument) =>
      newDossier(services, seedOf(argument)),
    ),
    register(commands.importRem, { what: (m) => m.importing, writes: true }, (argument) =>
      importRem(services, uriOf(argument)),
    ),
    register(commands.check, { what: (m) => m.checking }, () => check(services)),
    register(commands.package, { what: (m) => m.packaging, writes: true }, (argument) =>
      packageSubmission(services, tree.rowMeant(argument)),
    ),
    register(commands.packageChapter, { what: (m) => m.packaging, writes: true }, (argument) => {
      const row = tree.rowMeant(argument);
      const requirement = targetIn(argument)?.slot?.requirement;
      return packageSubmission(services, row, requirement);
    }),
    register(commands.report, { what: (m) => m.openingReport }, (argument) =>
      showReport(services, extension, tree.rowMeant(argument)),
    ),
    register(commands.saveReport, { what: (m) => m.savingReport, writes: true }, (argument) =>
      saveReport(services, tree.rowMeant(argument), saveTargetOf(argument)),
    ),
    register(
      commands.portfolioReport,
      { what: () => portfolioMessages[currentLanguage()].reporting, writes: true },
      (argument) => savePortfolioReport(services, tree.rowMeant(argument)),
    ),
    register(commands.reuse, { what: () => portfolioMessages[currentLanguage()].reusing, writes: true }, () =>
      reuse(services),
    ),
    register(
      commands.shootingScript,
      { what: () => runsheetMessages[currentLanguage()].script, writes: true },
      (argument) => handOut(services, 'script', handOutTarget(tree.row(argument), argument)),
    ),
    register(
      commands.missingLetter,
      { what: () => runsheetMessages[currentLanguage()].letter, writes: true },
      (argument) => handOut(services, 'letter', handOutTarget(tree.row(argument), argument)),
    ),
    register(commands.migrate, { what: (m) => m.migrating, writes: true }, (argument) =>
      migrateDossier(services, texts, currentLanguage(), tree.rowMeant(argument), uriOf(argument)),
    ),
    register(commands.verifyPackage, { what: () => submissionMessages[currentLanguage()].verifyTitle }, (argument) =>
      verifyPackage(services, texts, currentLanguage(), uriOf(argument)),
    ),
    register(commands.uploads, { what: () => uploadsWords[currentLanguage()].title }, (argument) =>
      showUploads(services, extension, memory, uriOf(argument)),
    ),
    register(commands.answers, { what: () => incomingMessages[currentLanguage()].answers, writes: true }, (argument) =>
      takeAnswers(services, texts, tree.row(argument), uriOf(argument)),
    ),
    register(commands.watch, { what: () => watchMessages[currentLanguage()].title }, (argument) =>
      showWatch(services, tree.row(argument)),
    ),
    register(commands.eligibility, { what: () => eligibilityMessages[currentLanguage()].title }, (argument) =>
      showEligibility(services, tree.row(argument)),
    ),
    register(commands.compare, { what: () => submissionMessages[currentLanguage()].comparing }, (argument, selection) =>
      compare(services, texts, currentLanguage(), { files: urisOf(argument, selection), row: tree.rowMeant(argument) }),
    ),
    register(
      commands.attestation,
      { what: () => submissionMessages[currentLanguage()].preparing, writes: true },
      (argument) => prepareAttestation(services, currentLanguage(), tree.subjectMeant(argument)),
    ),
    register(commands.addPiece, attaching, (argument) => addPiece(services, argument)),
    register(commands.attachFile, attaching, (argument) => attachFile(services, argument)),
    register(commands.attachLink, attaching, (argument) => attachLink(services, argument)),
    register(commands.attachExecution, attaching, (argument) => attachExecution(services, argument)),
    register(commands.attachDeclaration, attaching, (argument) => attachDeclaration(services, argument)),
    register(commands.notApplicable, attaching, (argument) => declareNotApplicable(services, argument)),
    register(commands.merge, { what: () => mergeMessages[currentLanguage()].what, writes: true }, (argument) =>
      mergeVersions(services, argument),
    ),
    register(commands.citeFile, attaching, (argument, selection) => citeFiles(services, urisOf(argument, selection))),
    register(commands.intake, { what: () => incomingMessages[currentLanguage()].intake, writes: true }, (argument) =>
      intake(services, texts, tree.row(argument), uriOf(argument)),
    ),
    register(
      commands.collect,
      { what: () => incomingMessages[currentLanguage()].collect, writes: true },
      (argument, selection) => collect(services, texts, tree.row(argument), urisOf(argument, selection)),
    ),
    register(dropCommand, attaching, (argument) => attachDropped(services, argument as Drop)),
    tree.onDidDrop((drop) => vscode.commands.executeCommand(dropCommand, drop)),
    register(commands.refresh, { what: (m) => m.refreshing }, () => store.refresh()),
    register(commands.groupByChapter, { what: (m) => m.refreshing }, () => store.groupBy('chapter')),
    register(commands.groupByDomain, { what: (m) => m.refreshing }, () => store.groupBy('domain')),
    register(commands.nextMissing, going, () => goToNext(services, 'missing', 'next')),
    register(commands.previousMissing, going, () => goToNext(services, 'missing', 'previous')),
    register(commands.nextToReview, going, () => goToNext(services, 'toReview', 'next')),
    register(commands.previousToReview, going, () => goToNext(services, 'toReview', 'previous')),
    register(commands.nextRequested, going, () => goToNext(services, 'requested', 'next')),
    register(commands.previousRequested, going, () => goToNext(services, 'requested', 'previous')),
    register(commands.search, { what: () => goingMessages[currentLanguage()].searching }, () => search(services)),
    register(commands.markDone, { what: () => parcoursMessages[currentLanguage()].marking, writes: true }, (argument) =>
      markDone(services, argument),
    ),
    register(commands.writeDate, { what: () => parcoursMessages[currentLanguage()].dating, writes: true }, (argument) =>
      writeDate(services, argument),
    ),
    register(commands.openInManifest, { what: () => parcoursMessages[currentLanguage()].opening }, (argument) =>
      openInManifest(services, argument),
    ),
    register(commands.myProofs, { what: () => teamMessages[currentLanguage()].mine }, () => showMyProofs(services)),
    register(commands.myName, { what: () => teamMessages[currentLanguage()].asking }, () => askMyName(store)),
    register(commands.saveTasks, { what: () => teamMessages[currentLanguage()].saving, writes: true }, (argument) =>
      saveTasks(services, handOutTarget(tree.row(argument), argument)?.uri),
    ),
    register(commands.newThread, talking, (argument) => newThread(tree.rowMeant(argument))),
    register(commands.sendMessage, talking, (argument) => threads.send(argument as vscode.CommentReply)),
    register(commands.closeThread, talking, (argument) => threads.setOpen(argument as vscode.CommentThread, false)),
    register(commands.reopenThread, talking, (argument) => threads.setOpen(argument as vscode.CommentThread, true)),
    register(commands.deleteMessage, talking, (argument) => threads.delete(argument as vscode.Comment)),
    register(commands.openThreadFile, { what: talking.what }, (argument) =>
      threads.openFile(argument as vscode.CommentThread),
    ),
    register(commands.filter, { what: () => goingMessages[currentLanguage()].filtering }, () => chooseFilter(services)),
    register(commands.showAll, { what: () => goingMessages[currentLanguage()].filtering }, () => tree.show('all')),
    register(commands.revealPiece, { what: () => pieceMessages[currentLanguage()].revealing }, (argument) =>
      revealPiece(services, argument),
    ),
    register(
      commands.deletePiece,
      { what: () => pieceMessages[currentLanguage()].deleting, writes: true },
      (argument) => deletePiece(services, argument),
    ),
    register(commands.openLog, simple, () => {
      log.show();
    }),
    register(commands.restart, simple, async () => {
      try {
        await connection.restart();
        vscode.window.setStatusBarMessage(messages().serverRestarted, 5000);
      } catch (error) {
        // The message about the failed server is shown already.
        if (!(error instanceof ServerNotRunning)) throw error;
      }
    }),
    register(commands.firstSteps, simple, () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthroughId, false),
    ),
    register(commands.sortAsRem, { what: () => remOrderMessages[currentLanguage()].sorting, writes: true }, () =>
      sortAsRem(services),
    ),
    register(commands.openTable, { what: () => tableWords[currentLanguage()].title }, (argument) =>
      openTable(services, tree.row(argument), uriOf(argument)),
    ),
    register(commands.openText, { what: () => tableWords[currentLanguage()].title }, () => openText(activeDocument())),
    register(commands.tableByDefault, { what: () => tableWords[currentLanguage()].title }, () =>
      chooseTableByDefault(),
    ),
    register(commands.showFiche, { what: () => ficheMessages[currentLanguage()].showing }, (argument) =>
      showFiche(services, fiche, argument),
    ),
    register(commands.previewPiece, { what: () => previewWords[currentLanguage()].title }, (argument) =>
      previewPiece(services, extension, argument),
    ),
    register(openRowCommand, simple, (argument) => openRow(services, tree.row(argument))),
    register(commands.openEvidence, { what: (m) => m.openingEvidence }, (argument) =>
      openEvidence(services, tree.rowMeant(argument)),
    ),
    register(commands.openEvidenceOutside, { what: (m) => m.openingEvidence }, (argument) =>
      openEvidenceOutside(services, tree.rowMeant(argument)),
    ),
    register(commands.copyLabel, simple, (argument) => copyLabel(services, tree.rowMeant(argument))),
  );
}

/** The dossier of a row of the tree, or what the table is filtered by. */
function handOutTarget(row: Row | undefined, argument: unknown): Partial<RunsheetTarget> | undefined {
  return row?.dossierUri !== undefined ? { uri: row.dossierUri } : runsheetTargetOf(argument);
}

/** What the explorer hands to a command of its menus. */
function uriOf(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined;
}

/** The same, with all that is selected there. */
function urisOf(argument: unknown, selection: unknown): readonly vscode.Uri[] {
  const selected = Array.isArray(selection) ? selection.filter((one) => one instanceof vscode.Uri) : [];
  const uri = uriOf(argument);
  return selected.length > 0 || uri === undefined ? selected : [uri];
}

async function refuseUntrusted(messages: Messages): Promise<void> {
  await showWithButtons('warning', messages.untrusted, [commandButton(messages.manageTrust, 'workbench.trust.manage')]);
}

/** The seed that the message after an import hands over; any other argument counts as none. */
function seedOf(argument: unknown): NewDossierSeed | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { catalogue, dispositif, profiles } = argument as Record<string, unknown>;
  if (typeof catalogue !== 'string' || typeof dispositif !== 'string') return undefined;
  const names = Array.isArray(profiles) ? profiles.filter((one) => typeof one === 'string') : [];
  return { catalogue, dispositif, profiles: names };
}
