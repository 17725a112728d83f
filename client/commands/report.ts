import * as vscode from 'vscode';
import { saveReportRequest } from '../../protocol/requests/save-report';
import { reportFormats, type ReportFormat } from '../../protocol/webview/report-page';
import { chooseOne, keep } from '../flows/ask';
import { besideManifest } from '../flows/beside-manifest';
import { runSteps, type Step } from '../flows/steps';
import { ReportPanel } from '../report/report-panel';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import { fileButtons } from '../ui/file-buttons';
import { withProgress } from '../ui/with-progress';
import { DossierChoice, knownDossiers, sayNoDossier } from './choose-dossier';
import { nameOf } from './choose-package';
import type { Services } from './services';

/** Shows the report of a dossier: that of the row, of the file being edited, or the one chosen. */
export async function showReport(services: Services, extension: vscode.Uri, row?: Row): Promise<void> {
  const dossiers = await knownDossiers(services);
  const choice = new DossierChoice(services, dossiers, row?.dossierUri);
  if (dossiers.length === 0 || !(await runSteps([choice.step]))) return;
  if (choice.dossier && !(await ReportPanel.show(services, extension, choice.dossier.uri)))
    await sayNoDossier(services);
}

/** Whose report is saved, and as what: what the page of the report asks for. */
export interface SaveReportTarget {
  readonly uri: string;
  readonly format: ReportFormat;
}

/** What a command was handed, when it is that. */
export function saveTargetOf(argument: unknown): SaveReportTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, format } = argument as Record<string, unknown>;
  const known = reportFormats.find((one) => one === format);
  return typeof uri === 'string' && known ? { uri, format: known } : undefined;
}

/** Asks whom the report is for and where to write it. */
export async function saveReport(services: Services, row?: Row, wanted?: SaveReportTarget): Promise<void> {
  const messages = services.messages();
  const dossiers = await knownDossiers(services);
  if (dossiers.length === 0) return;
  const choice = new DossierChoice(services, dossiers, wanted?.uri ?? row?.dossierUri);
  let forAns = false;
  const chooseReader: Step = async (position) => {
    const choices = [
      { label: `$(organization) ${messages.reportInternal}`, detail: messages.reportInternalDetail, value: false },
      { label: `$(mortar-board) ${messages.reportForAns}`, detail: messages.reportForAnsDetail, value: true },
    ];
    const answer = await chooseOne({
      title: messages.reportTitle,
      position,
      placeholder: messages.reportReader,
      choices,
    });
    return keep(answer, (value) => (forAns = value));
  };
  if (!(await runSteps([choice.step, chooseReader])) || !choice.dossier) return;
  const { uri } = choice.dossier;
  const target = await vscode.window.showSaveDialog({
    title: messages.reportTitle,
    saveLabel: messages.reportTitle,
    defaultUri: besideManifest(uri, endingOf(forAns, wanted?.format ?? 'html')),
    filters: Object.fromEntries(
      Object.entries(messages.reportFilters)
        .sort(([one], [other]) => Number(other === wanted?.format) - Number(one === wanted?.format))
        .map(([format, name]) => [name, [format]]),
    ),
  });
  if (target === undefined) return;
  const saved = await withProgress(messages.savingReport, (cancellation) =>
    services.connection.ask(saveReportRequest, { uri, target: target.fsPath, forAns }, cancellation),
  );
  if (saved === null) {
    await sayNoDossier(services);
    return;
  }
  const written = vscode.Uri.file(saved.path);
  await showWithButtons('information', messages.reportSaved(nameOf(written)), fileButtons(written, messages));
}

function endingOf(forAns: boolean, format: ReportFormat): string {
  return `-${forAns ? 'rapport-ans' : 'rapport'}.${format}`;
}
