import * as vscode from 'vscode';
import { collectRequest } from '../../protocol/requests/collect';
import { dossierUriOf } from '../commands/choose-dossier';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import { agree, markdownText, section, writeAgreed } from './incoming';
import { incomingMessages } from './incoming-messages';

/** *Collecter*: reads reports of tests, shows which pieces they bring, and attaches them when it is wanted. */
export async function collect(
  services: Services,
  texts: VirtualTexts,
  row?: Row,
  given: readonly vscode.Uri[] = [],
): Promise<void> {
  const words = incomingMessages[currentLanguage()];
  const uri = await dossierUriOf(services, row, { placeholder: words.chooseDossier });
  if (uri === undefined) return;
  const reports =
    given.length > 0
      ? given
      : ((await vscode.window.showOpenDialog({
          title: words.chooseReports,
          openLabel: words.collectHere,
          canSelectFiles: true,
          canSelectFolders: true,
          canSelectMany: true,
        })) ?? []);
  if (reports.length === 0) return;
  const within = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString());
  const params = { uri, reports: reports.map((one) => one.toString()), within };
  const result = await withProgress(words.reading, (cancellation) =>
    services.connection.ask(collectRequest, { ...params, write: false }, cancellation),
  );
  if (result.kind === 'refused') {
    await showWithButtons('error', result.message, []);
    return;
  }
  const preview = [
    `# ${words.collect}\n\n**${markdownText(result.summary)}**\n`,
    section(words.doesNot, result.notes, words.nothing),
    section(words.comesIn, result.lines, words.nothing),
  ].join('\n');
  if ((await agree(words, texts, result, { preview }, [])) !== 'write') return;
  await writeAgreed(services, words, (cancellation) =>
    services.connection.ask(collectRequest, { ...params, write: true }, cancellation),
  );
}
