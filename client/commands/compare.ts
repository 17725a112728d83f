import * as vscode from 'vscode';
import { complianceRequest } from '../../protocol/requests/compliance';
import { compareRequest, type CompareParams, type StateReference } from '../../protocol/requests/compare';
import { saveComparisonRequest, type SaveComparisonParams } from '../../protocol/requests/save-comparison';
import { type Choice, chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import type { Locale } from '../../words/locale';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import { fileButtons } from '../ui/file-buttons';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import { nameOf, openPackageDialog, packageChoices } from './choose-package';
import type { Services } from './services';
import { submissionMessages, type SubmissionMessages } from './submission-messages';

/** What is known of a comparison before anything is asked. */
export interface Compared {
  /** Packages chosen in the explorer. */
  readonly files: readonly vscode.Uri[];
  /** A row of the tree: its dossier is the later state. */
  readonly row?: Row | undefined;
}

/** *Comparer*: two packages, or a package and a dossier, side by side. */
export async function compare(services: Services, texts: VirtualTexts, locale: Locale, given: Compared): Promise<void> {
  const sides = (await oldestFirst(given.files)) ?? (await askSides(services, submissionMessages[locale], given));
  if (sides !== undefined) await showComparison(services, texts, locale, sides);
}

/** Opens the comparison, with a message that has its figures; when nothing differs, the message alone. */
export async function showComparison(
  services: Services,
  texts: VirtualTexts,
  locale: Locale,
  sides: CompareParams,
): Promise<void> {
  const messages = submissionMessages[locale];
  const { same, summary, before, after } = await withProgress(messages.comparing, (cancellation) =>
    services.connection.ask(compareRequest, sides, cancellation),
  );
  if (same) {
    await showWithButtons('information', messages.same(before.name, after.name), []);
    return;
  }
  const [left, right] = texts.addAll([before, after].map(({ name, text }) => ({ name: `${name}.txt`, text })));
  await vscode.commands.executeCommand('vscode.diff', left, right, messages.diffTitle(before.name, after.name), {
    preview: true,
  });
  const save = { label: messages.saveComparison, run: () => saveComparison(services, messages, sides) };
  await showWithButtons('information', `${summary}.`, vscode.workspace.isTrusted ? [save] : []);
}

async function saveComparison(services: Services, messages: SubmissionMessages, sides: CompareParams): Promise<void> {
  const beside = [sides.before, sides.after].find(({ kind }) => kind === 'package') ?? sides.after;
  const folder = vscode.Uri.joinPath(uriOf(beside), '..');
  const target = await vscode.window.showSaveDialog({
    title: messages.saveComparison,
    saveLabel: messages.save,
    defaultUri: vscode.Uri.joinPath(folder, messages.comparisonFile),
    filters: messages.comparisonFilters,
  });
  if (target === undefined) return;
  const params: SaveComparisonParams = { ...sides, target: target.fsPath };
  const { path } = await withProgress(messages.comparing, (cancellation) =>
    services.connection.ask(saveComparisonRequest, params, cancellation),
  );
  const written = vscode.Uri.file(path);
  const buttons = fileButtons(written, services.messages());
  await showWithButtons('information', messages.comparisonSaved(nameOf(written)), buttons);
}

function uriOf(reference: StateReference): vscode.Uri {
  return reference.kind === 'package' ? vscode.Uri.file(reference.file) : vscode.Uri.parse(reference.uri, true);
}

function packageAt({ fsPath }: vscode.Uri): StateReference {
  return { kind: 'package', file: fsPath };
}

/** Two packages chosen together: the earlier state is the one written first. Undefined for fewer. */
async function oldestFirst(files: readonly vscode.Uri[]): Promise<CompareParams | undefined> {
  const [one, other] = files;
  if (!one || !other) return undefined;
  const [a, b] = [await vscode.workspace.fs.stat(one), await vscode.workspace.fs.stat(other)];
  const [before, after] = a.mtime <= b.mtime ? [one, other] : [other, one];
  return { before: packageAt(before), after: packageAt(after) };
}

async function askSides(
  services: Services,
  messages: SubmissionMessages,
  { files: [file], row }: Compared,
): Promise<CompareParams | undefined> {
  const choices = await sideChoices(services, messages);
  let before = file && packageAt(file);
  let after: StateReference | undefined =
    row?.dossierUri === undefined ? undefined : { kind: 'dossier', uri: row.dossierUri };
  const given = { before, after };

  const ask =
    (placeholder: string, save: (side: StateReference) => void, except: () => StateReference | undefined): Step =>
    async (position) => {
      const taken = except();
      const answer = await chooseOne<StateReference | undefined>({
        title: messages.compareTitle,
        position,
        placeholder,
        choices: choices.filter(({ value }) => !value || !taken || !isSameSide(value, taken)),
      });
      let side: StateReference | undefined;
      const end = keep(answer, (value) => (side = value));
      if (end !== 'next') return end;
      if (side === undefined) {
        const chosen = await openPackageDialog(placeholder, messages);
        if (chosen === undefined) return 'cancel';
        side = packageAt(chosen);
      }
      save(side);
      return 'next';
    };
  const askBefore = ask(
    messages.chooseBefore,
    (side) => (before = side),
    () => given.after,
  );
  const askAfter = ask(
    messages.chooseAfter,
    (side) => (after = side),
    () => before,
  );
  const steps = [...(given.before ? [] : [askBefore]), ...(given.after ? [] : [askAfter])];
  if (!(await runSteps(steps)) || !before || !after) return undefined;
  return { before, after };
}

function isSameSide(a: StateReference, b: StateReference): boolean {
  return uriOf(a).toString() === uriOf(b).toString();
}

/** Packages, dossiers, then a line for any other file (undefined). */
async function sideChoices(
  services: Services,
  messages: SubmissionMessages,
): Promise<readonly Choice<StateReference | undefined>[]> {
  const packages = await packageChoices(services, messages);
  // Evidence is not opened in an untrusted workspace: there a dossier cannot be compared.
  const { dossiers } = vscode.workspace.isTrusted
    ? await services.connection.ask(complianceRequest, { groupBy: 'chapter' })
    : { dossiers: [] };
  return [
    ...packages.map((one) => ({ ...one, value: packageAt(one.value) })),
    ...dossiers.map(({ root, uri }) => ({
      label: root.label,
      description: messages.dossier,
      detail: vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)),
      value: { kind: 'dossier', uri } as const,
    })),
    { label: `$(folder-opened) ${messages.otherFile}`, value: undefined },
  ];
}
