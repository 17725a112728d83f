import * as vscode from 'vscode';
import { packagesRequest, type PackagesParams } from '../../protocol/requests/packages';
import type { Choice } from '../flows/ask';
import { withProgress } from '../ui/with-progress';
import type { Services } from './services';
import type { SubmissionMessages } from './submission-messages';

/** Archives that are looked at; evidence may be archives too, and only the server can tell them from packages. */
const mostArchives = 200;

/** The packages of the workspace as lines to choose, the last one written first. */
export async function packageChoices(
  services: Services,
  messages: SubmissionMessages,
): Promise<readonly Choice<vscode.Uri>[]> {
  const archives = await vscode.workspace.findFiles('**/*.zip', '**/node_modules/**', mostArchives);
  if (archives.length === 0) return [];
  const params: PackagesParams = { files: archives.map(({ fsPath }) => fsPath) };
  const { packages } = await withProgress(messages.searching, (cancellation) =>
    services.connection.ask(packagesRequest, params, cancellation),
  );
  return packages.map(({ file, description, modified }) => {
    const uri = vscode.Uri.file(file);
    return {
      label: nameOf(uri),
      description: [description, messages.date(modified)].filter((one) => one !== '').join(' · '),
      detail: vscode.workspace.asRelativePath(uri),
      value: uri,
    };
  });
}

/** Asks for a package anywhere on disk. Undefined when the person gave up. */
export async function openPackageDialog(title: string, messages: SubmissionMessages): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title,
      openLabel: messages.choose,
      filters: { [messages.packageFilter]: ['zip'] },
    })) ?? [];
  return chosen;
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}
