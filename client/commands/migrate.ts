import * as vscode from 'vscode';
import { complianceRequest } from '../../protocol/requests/compliance';
import { migrateRequest, type MigrateResult, type MigratedFileView } from '../../protocol/requests/migrate';
import { dossierFor, owner } from '../compliance/dossier-for';
import { catalogueSuffix } from '../flows/validate';
import type { Locale } from '../../words/locale';
import type { Row } from '../tree/tree-model';
import { addChanges } from '../ui/text-changes';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import { migrateMessages, type MigrateMessages } from './migrate-messages';
import type { Services } from './services';
import { activeDocument } from '../ui/active-document';

/**
 * *Mettre à jour vers le nouveau REM*: asks for the catalogue, shows what would change beside what is, and applies it as
 * one edit that can be undone. Nothing is written before the person agrees.
 *
 * @param row of the tree: the dossier
 * @param given from the explorer: the catalogue
 */
export async function migrateDossier(
  services: Services,
  texts: VirtualTexts,
  locale: Locale,
  row?: Row,
  given?: vscode.Uri,
): Promise<void> {
  const messages = migrateMessages[locale];
  const uri = row?.dossierUri ?? (await chooseDossier(services, messages, given));
  if (uri === undefined) return;
  const catalogue = given ?? (await chooseCatalogue(uri, messages));
  if (catalogue === undefined) return;
  const params = { uri, catalogue: catalogue.fsPath };
  const result = await withProgress(messages.working, (cancellation) =>
    services.connection.ask(migrateRequest, params, cancellation),
  );
  if (result.kind === 'refused') {
    await vscode.window.showErrorMessage(`${messages.failed} : ${result.message}`);
    return;
  }
  if (result.files.length === 0) {
    await vscode.window.showInformationMessage(messages.nothing);
    return;
  }
  const preview = await showPreview(texts, result.files, messages);
  try {
    if (!(await agrees(texts, result, messages))) return;
  } finally {
    await closePreview(preview);
  }
  await apply(result, messages);
}

type Planned = Extract<MigrateResult, { readonly kind: 'planned' }>;

async function chooseDossier(
  services: Services,
  messages: MigrateMessages,
  catalogue: vscode.Uri | undefined,
): Promise<string | undefined> {
  const { dossiers } = await services.connection.ask(complianceRequest, { groupBy: 'chapter' });
  const [first, other] = dossiers;
  if (!other) return first?.uri;
  const active =
    (catalogue && owner({ dossiers }, catalogue.toString())) ?? dossierFor({ dossiers }, activeDocument()?.toString());
  const items = dossiers.map((one) => ({ label: one.root.label, description: one.summary, uri: one.uri }));
  const sorted = [...items].sort((a, b) => Number(b.uri === active?.uri) - Number(a.uri === active?.uri));
  const chosen = await vscode.window.showQuickPick(sorted, {
    title: messages.title,
    placeHolder: messages.chooseDossier,
  });
  return chosen?.uri;
}

/** One of the workspace, those of the dossier's own folder first, or any other. */
async function chooseCatalogue(dossier: string, messages: MigrateMessages): Promise<vscode.Uri | undefined> {
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(dossier, true), '..').path;
  const found = await vscode.workspace.findFiles(`**/*${catalogueSuffix}`, '**/node_modules/**', 200);
  const far = (uri: vscode.Uri) => Number(!uri.path.startsWith(`${folder}/`));
  const choices: (vscode.QuickPickItem & { readonly uri?: vscode.Uri })[] = [...found]
    .sort((a, b) => far(a) - far(b) || (a.path < b.path ? -1 : 1))
    .map((uri) => ({
      label: uri.path.split('/').at(-1) ?? uri.path,
      description: vscode.workspace.asRelativePath(uri),
      uri,
    }));
  if (choices.length > 0) {
    choices.push({ label: `$(folder-opened) ${messages.otherFile}` });
    const picked = await vscode.window.showQuickPick(choices, {
      title: messages.title,
      placeHolder: messages.chooseCatalogue,
      matchOnDescription: true,
    });
    if (picked === undefined || picked.uri !== undefined) return picked?.uri;
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: messages.chooseCatalogue,
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(dossier, true), '..'),
      filters: { [messages.catalogueFilter]: ['yaml', 'yml'] },
    })) ?? [];
  return chosen;
}

/** Stays while the preview is read, which takes longer than a notification is shown. */
async function agrees(texts: VirtualTexts, { files, summary }: Planned, messages: MigrateMessages): Promise<boolean> {
  const apply = { label: `$(check) ${messages.apply}`, detail: messages.undoHint };
  const list = { label: `$(list-unordered) ${messages.list}` };
  const leave = { label: `$(close) ${messages.leave}` };
  for (;;) {
    const answer = await vscode.window.showQuickPick([apply, list, leave], {
      title: messages.question(files.length),
      placeHolder: messages.readPreview,
      ignoreFocusOut: true,
    });
    if (answer !== list) return answer === apply;
    const content = [`# ${messages.title}`, '', ...summary.map((line) => `- ${line}`), ''].join('\n');
    const [uri] = texts.addAll([{ name: `${messages.title}.md`, text: content }]);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }
}

async function apply({ files, copies }: Planned, messages: MigrateMessages): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const copy of copies) {
    const contents = new TextEncoder().encode(copy.text);
    edit.createFile(vscode.Uri.parse(copy.uri, true), { contents, overwrite: false });
  }
  for (const file of files) {
    if (!(await addChanges(edit, file))) throw new Error(messages.changed(nameOf(file)));
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(messages.notApplied);
  // « Annuler » works in the editor that has the focus.
  const [first] = files;
  if (first) await vscode.window.showTextDocument(vscode.Uri.parse(first.uri, true));
  const answer = await vscode.window.showInformationMessage(messages.applied, messages.saveAll);
  if (answer === messages.saveAll) await vscode.workspace.saveAll(false);
}

/** Shows the texts before and after, side by side. Returns what its tab is called. */
async function showPreview(
  texts: VirtualTexts,
  files: readonly MigratedFileView[],
  messages: MigrateMessages,
): Promise<string> {
  const sides = files.flatMap((file) => [
    { name: nameOf(file), text: file.before },
    { name: nameOf(file), text: file.after },
  ]);
  const uris = texts.addAll(sides);
  const compared = files.map((file, at) => [vscode.Uri.parse(file.uri, true), uris[2 * at], uris[2 * at + 1]] as const);
  const [only, other] = compared;
  if (only && !other) {
    const title = messages.diffTitle(only[0].path.split('/').at(-1) ?? '');
    await vscode.commands.executeCommand('vscode.diff', only[1], only[2], title);
    return title;
  }
  const title = messages.preview(files.length);
  await vscode.commands.executeCommand('vscode.changes', title, compared);
  return title;
}

async function closePreview(title: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => label === title);
  await vscode.window.tabGroups.close(tabs, true);
}

function nameOf({ uri }: Pick<MigratedFileView, 'uri'>): string {
  return vscode.Uri.parse(uri, true).path.split('/').at(-1) ?? uri;
}
