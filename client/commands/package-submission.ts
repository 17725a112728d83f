import * as vscode from 'vscode';
import type { DossierView, ViewNode } from '../../protocol/compliance-view';
import { packageRequest, type PackageResult } from '../../protocol/requests/package';
import { markDone } from '../context-keys';
import { commands } from '../ids';
import { chooseMany, chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import { besideManifest } from '../flows/beside-manifest';
import type { Row } from '../tree/tree-model';
import { commandButton, showWithButtons } from '../ui/buttons';
import { openPlace } from '../ui/open-place';
import { revealFile } from '../ui/reveal-file';
import { withProgress } from '../ui/with-progress';
import { DossierChoice, knownDossiers } from './choose-dossier';
import type { Services } from './services';

/** What to package: which dossier, which of its chapters (all when undefined), or only what answers ANS. */
interface Content {
  readonly dossier: Pick<DossierView, 'uri'>;
  readonly chapters: readonly string[] | undefined;
  readonly answersOnly: boolean;
}

/**
 * Asks what to package and where to, and writes it. What stands in the way is listed, each point leading to its place.
 *
 * @param row of the tree: a dossier, or a chapter to package alone
 * @param requirement id of one whose chapter is to be packaged alone
 */
export async function packageSubmission(services: Services, row?: Row, requirement?: string): Promise<void> {
  const content = await askContent(services, row, requirement);
  if (content !== undefined) await packageContent(services, content, false);
}

async function askContent(
  services: Services,
  row: Row | undefined,
  requirement: string | undefined,
): Promise<Content | undefined> {
  const messages = services.messages();
  const title = messages.packageTitle;
  const dossiers = await knownDossiers(services);
  if (dossiers.length === 0) return undefined;
  const choice = new DossierChoice(services, dossiers, row?.dossierUri, {
    title,
    placeholder: messages.packageDossier,
  });
  const chapterOfRow =
    (row && chapterName(row.node)) ??
    (requirement === undefined ? undefined : choice.dossier && chapterOf(choice.dossier, requirement));
  let chapters: readonly string[] | undefined;
  let answersOnly = false;

  const chooseWhat: Step = async (position) => {
    const count = choice.dossier?.toAnswer ?? 0;
    answersOnly = false;
    if (chapterOfRow !== undefined || count === 0) return 'skip';
    const choices = [
      { label: messages.packageWhole, value: false },
      { label: messages.packageAnswers(count), detail: messages.packageAnswersDetail, value: true },
    ];
    const answer = await chooseOne({ title, position, placeholder: messages.packageWhat, choices });
    return keep(answer, (value) => (answersOnly = value));
  };

  const chooseChapters: Step = async (position) => {
    const known = choice.dossier?.root.children.filter((node) => chapterName(node) !== undefined) ?? [];
    chapters = undefined;
    if (answersOnly || chapterOfRow !== undefined || known.length < 2) return 'skip';
    const choices = known.map(({ label, statusLabel, description }) => ({
      label,
      description: description ?? statusLabel,
      value: label,
      picked: true,
    }));
    const answer = await chooseMany({ title, position, placeholder: messages.packageChapters, choices });
    return keep(
      answer,
      (value) => (chapters = value.length === 0 || value.length === known.length ? undefined : value),
    );
  };

  // Steps are counted for the user: one that no dossier has is left out rather than skipped.
  const asked = services.store.view.dossiers.some(({ toAnswer = 0 }) => toAnswer > 0);
  const steps = asked ? [choice.step, chooseWhat, chooseChapters] : [choice.step, chooseChapters];
  if (!(await runSteps(steps)) || choice.dossier === undefined) return undefined;
  const { dossier } = choice;
  return { dossier, chapters: chapterOfRow === undefined ? chapters : [chapterOfRow], answersOnly };
}

/** The name of the REM's chapter that a row stands for; other groups (domains, core-business scenarios) are none. */
function chapterName({ kind, id, label }: ViewNode): string | undefined {
  return kind === 'chapter' && id === `chapter:${label}` ? label : undefined;
}

/** The chapter that a requirement stands in. */
function chapterOf({ root }: DossierView, requirement: string): string | undefined {
  const id = `requirement:${requirement}`;
  const holds = (node: ViewNode): boolean => node.id === id || node.children.some(holds);
  const chapter = root.children.find(holds);
  return chapter && chapterName(chapter);
}

async function packageContent(services: Services, content: Content, draft: boolean): Promise<void> {
  const messages = services.messages();
  // What is in the way is told first: a place chosen for nothing is a place chosen twice.
  const ready = await ask(services, content, draft, undefined);
  if (ready.kind !== 'ready') {
    await showOutcome(services, content, ready);
    return;
  }
  if (!(await acceptsUnread(services, content.dossier.uri, ready.unread))) return;
  const target = await vscode.window.showSaveDialog({
    title: messages.packageTarget,
    saveLabel: messages.packageTarget,
    // A package of answers, and a draft, say what they are.
    defaultUri: besideManifest(
      content.dossier.uri,
      `${content.answersOnly ? '-reponses' : ''}${draft ? '-brouillon' : ''}.zip`,
    ),
    filters: { [messages.packageFilter]: ['zip'] },
  });
  if (target === undefined) return;
  await showOutcome(services, content, await ask(services, content, draft, target.fsPath));
}

/** What was accepted of a dossier since the start: the same is not asked twice. */
const accepted = new Map<string, string>();

/** Nothing that was left unread is packaged in silence. */
async function acceptsUnread(services: Services, uri: string, unread: string | undefined): Promise<boolean> {
  if (unread === undefined || accepted.get(uri) === unread) return true;
  const { packageUnread, packageUnreadDetail, packageAnyway } = services.messages();
  const detail = `${unread}\n\n${packageUnreadDetail}`;
  const chosen = await vscode.window.showWarningMessage(packageUnread, { modal: true, detail }, packageAnyway);
  if (chosen !== packageAnyway) return false;
  accepted.set(uri, unread);
  return true;
}

/** @param target without it, only what is in the way is asked */
function ask(
  services: Services,
  { dossier, chapters, answersOnly }: Content,
  draft: boolean,
  target: string | undefined,
): Promise<PackageResult> {
  const params = {
    uri: dossier.uri,
    draft,
    answersOnly,
    ...(target === undefined ? {} : { target }),
    ...(chapters === undefined ? {} : { chapters }),
  };
  return withProgress(services.messages().packaging, (cancellation) =>
    services.connection.ask(packageRequest, params, cancellation),
  );
}

async function showOutcome(services: Services, content: Content, result: PackageResult): Promise<void> {
  const messages = services.messages();
  switch (result.kind) {
    case 'written':
      markDone('packaged');
      await showWritten(services, result);
      break;
    case 'blocked':
      await showBlocked(services, content, result);
      break;
    case 'failed':
      services.log.error(`${messages.packageFailed}: ${result.message}`);
      await showWithButtons('error', messages.failed(messages.packageFailed, result.message), [
        commandButton(messages.openLog, commands.openLog),
      ]);
      break;
    case 'ready':
    case 'cancelled':
      break;
  }
}

async function showWritten(services: Services, result: PackageResult & { kind: 'written' }): Promise<void> {
  const messages = services.messages();
  const uri = vscode.Uri.file(result.path);
  const name = uri.path.split('/').at(-1) ?? result.path;
  const internalName = vscode.Uri.file(result.internal).path.split('/').at(-1) ?? result.internal;
  await showWithButtons('information', messages.packaged({ ...result, name, internalName }), [
    { label: messages.showInFolder, run: () => revealFile(uri) },
    { label: messages.copyPath, run: () => vscode.env.clipboard.writeText(result.path) },
  ]);
}

async function showBlocked(
  services: Services,
  content: Content,
  result: PackageResult & { kind: 'blocked' },
): Promise<void> {
  const messages = services.messages();
  const draft = { label: `$(archive) ${messages.packageDraft}`, detail: messages.packageDraftDetail };
  const reasons = result.reasons.map((reason) => ({ label: reason.message, reason }));
  const shown = reasons.length < result.total ? [messages.packageBlockedShown(reasons.length, result.total)] : [];
  // The tree counts proofs: whoever compares the two numbers is told why they differ.
  const label = [...shown, messages.packageBlockedCount].join(' · ');
  const separator = { label, kind: vscode.QuickPickItemKind.Separator };
  // The draft comes first: after a hundred reasons nobody would find it.
  const chosen = await vscode.window.showQuickPick([draft, separator, ...reasons], {
    title: messages.packageBlocked(result.total),
    placeHolder: messages.packageBlockedPick,
    ignoreFocusOut: true,
  });
  if (chosen === draft) await packageContent(services, content, true);
  else if (chosen !== undefined && 'reason' in chosen && chosen.reason.place) await openPlace(chosen.reason.place);
}
