import * as vscode from 'vscode';
import { saveReportRequest } from '../../protocol/requests/save-report';
import { complianceRequest } from '../../protocol/requests/compliance';
import { reportFormats, type ReportFormat } from '../../protocol/webview/report-page';
import type { DossierView } from '../../protocol/compliance-view';
import { dossierFor } from '../compliance/dossier-for';
import { chooseOne, keep } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import { manifestSuffix } from '../flows/validate';
import { commands } from '../ids';
import { ReportPanel } from '../report/report-panel';
import type { Row } from '../tree/tree-model';
import { commandButton, showWithButtons } from '../ui/buttons';
import { revealFile } from '../ui/reveal-file';
import { withProgress } from '../ui/with-progress';
import type { Services } from './services';
import { activeDocument } from '../ui/active-document';

/** Shows the report of a dossier: that of the row, of the file being edited, or the one chosen. */
export async function showReport(services: Services, extension: vscode.Uri, row?: Row): Promise<void> {
  const dossiers = await known(services);
  const choice = new DossierChoice(services, dossiers, row?.dossierUri);
  if (dossiers.length === 0 || !(await runSteps([choice.step]))) return;
  if (choice.dossier && !(await ReportPanel.show(services, extension, choice.dossier.uri))) await sayGone(services);
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
  const dossiers = await known(services);
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
    defaultUri: defaultTarget(uri, forAns, wanted?.format ?? 'html'),
    filters: Object.fromEntries(
      Object.entries(messages.reportFilters)
        .sort(([one], [other]) => Number(other === wanted?.format) - Number(one === wanted?.format))
        .map(([format, name]) => [name, [format]]),
    ),
  });
  if (target === undefined) return;
  const saved = await withProgress(messages.savingReport, (cancellation) =>
    services.session.ask(saveReportRequest, { uri, target: target.fsPath, forAns }, cancellation),
  );
  if (saved === null) {
    await sayGone(services);
    return;
  }
  const written = vscode.Uri.file(saved.path);
  await showWithButtons('information', messages.reportSaved(written.path.split('/').at(-1) ?? saved.path), [
    { label: messages.open, run: () => vscode.env.openExternal(written) },
    { label: messages.showInFolder, run: () => revealFile(written) },
  ]);
}

/** The dossiers of the workspace; says so when there is none. */
async function known(services: Services): Promise<readonly DossierView[]> {
  const { dossiers } = await services.session.ask(complianceRequest, { groupBy: 'chapter' });
  if (dossiers.length === 0) await sayGone(services);
  return dossiers;
}

async function sayGone(services: Services): Promise<void> {
  const messages = services.messages();
  await showWithButtons('warning', messages.noDossier, [commandButton(messages.createDossier, commands.newDossier)]);
}

/** Which dossier a command is about; asked only when nothing tells. */
class DossierChoice {
  dossier: DossierView | undefined;

  constructor(
    readonly services: Services,
    readonly dossiers: readonly DossierView[],
    wanted: string | undefined,
  ) {
    const [first, other] = dossiers;
    this.dossier = wanted !== undefined ? dossiers.find(({ uri }) => uri === wanted) : other ? undefined : first;
  }

  readonly step: Step = async (position) => {
    if (this.dossier) return 'skip';
    const messages = this.services.messages();
    const { dossiers } = this;
    const active = dossierFor({ dossiers }, activeDocument()?.toString());
    const choices = dossiers.map((one) => ({ label: one.root.label, description: one.summary, value: one }));
    const answer = await chooseOne({
      title: messages.product,
      position,
      placeholder: messages.reportDossier,
      choices,
      active: choices.find(({ value }) => value === active),
    });
    return keep(answer, (value) => (this.dossier = value));
  };
}

/** Beside the manifest and named after it. */
function defaultTarget(dossier: string, forAns: boolean, format: ReportFormat): vscode.Uri {
  const uri = vscode.Uri.parse(dossier, true);
  const name = uri.path.split('/').at(-1) ?? '';
  const base = name.endsWith(manifestSuffix) ? name.slice(0, -manifestSuffix.length) : name;
  return vscode.Uri.joinPath(uri, '..', `${base}-${forAns ? 'rapport-ans' : 'rapport'}.${format}`);
}
