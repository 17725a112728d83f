import * as vscode from 'vscode';
import { savePortfolioReportRequest } from '../../protocol/requests/save-portfolio-report';
import { nameOf } from '../commands/choose-package';
import type { Services } from '../commands/services';
import type { Row } from '../tree/tree-model';
import { currentLanguage } from '../settings';
import { showWithButtons } from '../ui/buttons';
import { fileButtons } from '../ui/file-buttons';
import { withProgress } from '../ui/with-progress';
import { portfolioMessages } from './portfolio-messages';

/** Asks where to write one report over all dossiers of a portfolio: that of the row, the only one, or the one chosen. */
export async function savePortfolioReport(services: Services, row?: Row): Promise<void> {
  const words = portfolioMessages[currentLanguage()];
  const messages = services.messages();
  const uri = await portfolioUri(services, row);
  if (uri === undefined) return;
  const target = await vscode.window.showSaveDialog({
    title: words.reporting,
    saveLabel: words.reporting,
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..', 'portefeuille-rapport.html'),
    filters: { HTML: ['html'], Excel: ['xlsx'], CSV: ['csv'], Markdown: ['md'], JSON: ['json'] },
  });
  if (target === undefined) return;
  const saved = await withProgress(words.reporting, (cancellation) =>
    services.connection.ask(savePortfolioReportRequest, { uri, target: target.fsPath }, cancellation),
  );
  if (saved === null) {
    await showWithButtons('error', words.noPortfolio, []);
    return;
  }
  const written = vscode.Uri.file(saved.path);
  await showWithButtons('information', messages.reportSaved(nameOf(written)), fileButtons(written, messages));
}

async function portfolioUri(services: Services, row: Row | undefined): Promise<string | undefined> {
  const words = portfolioMessages[currentLanguage()];
  if (row?.node.kind === 'portfolio' && row.node.place) return row.node.place.uri;
  const uris = (services.store.view.groups ?? []).flatMap(({ node }) => node.place?.uri ?? []);
  if (uris.length === 0) {
    await showWithButtons('information', words.noPortfolio, []);
    return undefined;
  }
  if (uris.length === 1) return uris[0];
  const items = uris.map((uri) => ({ label: vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)), uri }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: words.reporting,
    placeHolder: words.choosePortfolio,
  });
  return chosen?.uri;
}
