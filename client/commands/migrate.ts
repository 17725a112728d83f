import * as vscode from 'vscode';
import { methods, type MigratedFileView, type MigrateResult } from '../../protocol/protocol';
import { dossierFor } from '../compliance/dossier-for';
import type { Language } from '../language';
import type { Row } from '../tree/tree-model';
import { withProgress } from '../ui/with-progress';
import { migrateMessages, type MigrateMessages } from './migrate-messages';
import type { Services } from './services';

/**
 * *Mettre à jour vers le nouveau REM*: asks for the catalogue, shows what would change beside what is, and applies it as
 * one edit that can be undone. Nothing is written before the person agrees.
 */
export async function migrateDossier(services: Services, language: Language, row?: Row): Promise<void> {
  const messages = migrateMessages[language];
  const uri = row?.dossierUri ?? (await chooseDossier(services, messages));
  if (uri === undefined) return;
  const catalogue = await chooseCatalogue(uri, messages);
  if (catalogue === undefined) return;
  const params = { uri, catalogue: catalogue.fsPath };
  const result = await withProgress(messages.working, (token) =>
    services.session.request<MigrateResult>(methods.migrate, params, token),
  );
  if (result.kind === 'refused') {
    await vscode.window.showErrorMessage(`${messages.failed} : ${result.message}`);
    return;
  }
  if (result.files.length === 0) {
    await vscode.window.showInformationMessage(messages.nothing);
    return;
  }
  const preview = new Preview(result.files);
  try {
    await preview.show(messages);
    if (await agrees(result, messages)) await apply(result, messages);
  } finally {
    preview.dispose();
  }
}

type Planned = Extract<MigrateResult, { readonly kind: 'planned' }>;

async function chooseDossier(services: Services, messages: MigrateMessages): Promise<string | undefined> {
  const { dossiers } = await services.requests.compliance({ groupBy: 'chapter' });
  const [first, other] = dossiers;
  if (!other) return first?.uri;
  const active = dossierFor({ dossiers }, vscode.window.activeTextEditor?.document.uri.toString());
  const items = dossiers.map((one) => ({ label: one.root.label, description: one.summary, uri: one.uri }));
  const sorted = [...items].sort((a, b) => Number(b.uri === active?.uri) - Number(a.uri === active?.uri));
  const chosen = await vscode.window.showQuickPick(sorted, {
    title: messages.title,
    placeHolder: messages.chooseDossier,
  });
  return chosen?.uri;
}

async function chooseCatalogue(dossier: string, messages: MigrateMessages): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: messages.chooseCatalogue,
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(dossier, true), '..'),
      filters: { [messages.catalogueFilter]: ['yaml', 'yml'] },
    })) ?? [];
  return chosen;
}

/** Not modal: the preview must be read before answering. */
async function agrees({ files, summary }: Planned, messages: MigrateMessages): Promise<boolean> {
  const question = `${messages.question(files.length)} ${messages.undoHint}`;
  for (;;) {
    const answer = await vscode.window.showInformationMessage(question, messages.apply, messages.list);
    if (answer !== messages.list) return answer === messages.apply;
    const content = [`# ${messages.title}`, '', ...summary.map((line) => `- ${line}`), ''].join('\n');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }
}

async function apply({ files, copy }: Planned, messages: MigrateMessages): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  if (copy) {
    const contents = new TextEncoder().encode(copy.text);
    edit.createFile(vscode.Uri.parse(copy.uri, true), { contents, overwrite: false });
  }
  for (const file of files) {
    const uri = vscode.Uri.parse(file.uri, true);
    const document = await vscode.workspace.openTextDocument(uri);
    const text = document.getText();
    // The editor hides the byte order mark that offsets of the file count.
    const mark = file.before.startsWith('\ufeff') && !text.startsWith('\ufeff') ? 1 : 0;
    if (text !== file.before.slice(mark)) throw new Error(messages.changed(nameOf(file)));
    for (const { start, end, text: inserted } of file.changes) {
      const range = new vscode.Range(document.positionAt(start - mark), document.positionAt(end - mark));
      edit.replace(uri, range, inserted);
    }
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(messages.notApplied);
  const answer = await vscode.window.showInformationMessage(messages.applied, messages.saveAll);
  if (answer === messages.saveAll) await vscode.workspace.saveAll(false);
}

/** The texts before and after, side by side, while the person decides. */
class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  static readonly #scheme = 'segur-preuves-apercu';
  readonly #registration: vscode.Disposable;

  constructor(readonly files: readonly MigratedFileView[]) {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(Preview.#scheme, this);
  }

  provideTextDocumentContent({ path, query }: vscode.Uri): string | undefined {
    const file = this.files[Number(query)];
    return path.startsWith('/avant/') ? file?.before : file?.after;
  }

  async show(messages: MigrateMessages): Promise<void> {
    const sides = this.files.map((file, at) => ({
      file: vscode.Uri.parse(file.uri, true),
      name: nameOf(file),
      before: this.#uri('avant', file, at),
      after: this.#uri('apres', file, at),
    }));
    const [only, other] = sides;
    if (only && !other) {
      await vscode.commands.executeCommand('vscode.diff', only.before, only.after, messages.diffTitle(only.name));
      return;
    }
    await vscode.commands.executeCommand(
      'vscode.changes',
      messages.preview(sides.length),
      sides.map(({ file, before, after }) => [file, before, after]),
    );
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #uri(side: 'avant' | 'apres', file: MigratedFileView, at: number): vscode.Uri {
    return vscode.Uri.from({ scheme: Preview.#scheme, path: `/${side}/${nameOf(file)}`, query: String(at) });
  }
}

function nameOf({ uri }: Pick<MigratedFileView, 'uri'>): string {
  return vscode.Uri.parse(uri, true).path.split('/').at(-1) ?? uri;
}
