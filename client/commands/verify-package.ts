import * as vscode from 'vscode';
import { complianceRequest } from '../../protocol/requests/compliance';
import { verifyPackageRequest } from '../../protocol/requests/verify-package';
import { owner } from '../compliance/dossier-for';
import { type Choice, chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import type { Locale } from '../../words/locale';
import { showWithButtons } from '../ui/buttons';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withByteProgress } from '../ui/with-byte-progress';
import { nameOf, openPackageDialog, packageChoices } from './choose-package';
import { showComparison } from './compare';
import type { Services } from './services';
import { submissionMessages } from './submission-messages';

/**
 * *Vérifier un dépôt*: reads a package to its end and says in figures that it is right, or opens the list of what is not;
 * also what differs from the dossier it was made of.
 *
 * @param given from the explorer
 */
export async function verifyPackage(
  services: Services,
  texts: VirtualTexts,
  locale: Locale,
  given?: vscode.Uri,
): Promise<void> {
  const messages = submissionMessages[locale];
  const asked = await askPackage(services, locale, given);
  if (asked === undefined) return;
  const { file, dossier } = asked;
  const name = nameOf(file);
  const result = await withByteProgress(locale, messages.verifying(name), (cancellation, tell) => {
    const params = { file: file.fsPath, ...(dossier === undefined ? {} : { dossier }) };
    return services.connection.ask(verifyPackageRequest, params, cancellation, tell);
  });
  if (result.problems > 0) {
    const [uri] = texts.addAll([{ name: `${messages.reportName(name)}.md`, text: result.markdown }]);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
    await showWithButtons('error', messages.invalid(name, result.problems), []);
    return;
  }
  const { difference, draft } = result;
  const sentences = [messages.intact(name, result)];
  if (draft) sentences.push(messages.draft);
  if (difference?.same === true) sentences.push(messages.sameAsDossier(difference.dossier));
  if (dossier === undefined || difference?.same !== false) {
    await showWithButtons('information', sentences.join(' '), []);
    return;
  }
  sentences.push(messages.differs(difference.dossier, difference.summary));
  const sides = { before: { kind: 'package', file: file.fsPath }, after: { kind: 'dossier', uri: dossier } } as const;
  await showWithButtons('warning', sentences.join(' '), [
    { label: messages.showDifferences, run: () => showComparison(services, texts, locale, sides) },
  ]);
}

interface Asked {
  readonly file: vscode.Uri;
  /** To compare it with. */
  readonly dossier: string | undefined;
}

/** Which package, and the dossier that it is held against; undefined when the person gave up. */
export async function askPackage(
  services: Services,
  locale: Locale,
  given: vscode.Uri | undefined,
  { title, placeholder }: { readonly title: string; readonly placeholder: string } = {
    title: submissionMessages[locale].verifyTitle,
    placeholder: submissionMessages[locale].choosePackage,
  },
): Promise<Asked | undefined> {
  const messages = submissionMessages[locale];
  const found = given === undefined ? await packageChoices(services, messages) : [];
  // Evidence is not opened in an untrusted workspace: there is nothing to compare with.
  const { dossiers } = vscode.workspace.isTrusted
    ? await services.connection.ask(complianceRequest, { groupBy: 'chapter' })
    : { dossiers: [] };
  let file = given;
  let dossier: string | undefined;

  const chooseFile: Step = async (position) => {
    if (given !== undefined) return 'skip';
    if (found.length > 0) {
      const other: Choice<vscode.Uri | undefined> = {
        label: `$(folder-opened) ${messages.otherFile}`,
        value: undefined,
      };
      const answer = await chooseOne<vscode.Uri | undefined>({
        title,
        position,
        placeholder,
        choices: [...found, other],
      });
      const end = keep(answer, (value) => (file = value));
      if (end !== 'next' || file !== undefined) return end;
    }
    file = await openPackageDialog(title, messages);
    return file === undefined ? 'cancel' : 'next';
  };

  const chooseDossier: Step = async (position) => {
    const [first, other] = dossiers;
    if (!other) {
      dossier = first?.uri;
      return 'skip';
    }
    const likely = file && owner({ dossiers }, file.toString());
    const choices: Choice<string | undefined>[] = dossiers.map((one) => ({
      label: one.root.label,
      description: one.summary,
      value: one.uri,
    }));
    choices.push({ label: messages.withoutDossier, value: undefined });
    const answer = await chooseOne<string | undefined>({
      title,
      position,
      placeholder: messages.chooseDossier,
      choices,
      active: choices.find(({ value }) => value === likely?.uri),
    });
    return keep(answer, (value) => (dossier = value));
  };

  if (!(await runSteps([chooseFile, chooseDossier])) || file === undefined) return undefined;
  return { file, dossier };
}
