import * as vscode from 'vscode';
import { dispositifsRequest } from '../../protocol/requests/dispositifs';
import { importRemRequest, type ImportParams, type ImportResult } from '../../protocol/requests/import-rem';
import { commands } from '../ids';
import { type Choice, chooseOne, keep, typeText } from '../flows/ask';
import { markDone } from '../context-keys';
import { runSteps, type Step } from '../flows/steps';
import { catalogueNameFor, catalogueSuffix, dispositifInName, relativePathProblem } from '../flows/validate';
import { showWithButtons } from '../ui/buttons';
import { fileExists } from '../ui/reveal-file';
import { withProgress } from '../ui/with-progress';
import { dispositifChoices } from './dispositif-choices';
import type { Services } from './services';

/** Asks what to import and how, imports it and shows the result. */
export async function importRem(services: Services, workbook?: vscode.Uri): Promise<void> {
  const result = await importWorkbook(services, workbook);
  if (result !== undefined) await showResult(result, services);
}

/** Asks what to import and how, and imports it. Undefined when the person gave up. */
export async function importWorkbook(services: Services, workbook?: vscode.Uri): Promise<ImportResult | undefined> {
  const params = await askImport(services, workbook);
  if (params === undefined) return undefined;
  const result = await withProgress(services.messages().importing, (cancellation) =>
    services.connection.ask(importRemRequest, params, cancellation),
  );
  markDone('imported');
  return result;
}

async function askImport(services: Services, given: vscode.Uri | undefined): Promise<ImportParams | undefined> {
  const messages = services.messages();
  const title = messages.importTitle;
  let file = given;
  let dispositif: string | undefined;
  let version = '';
  let target: vscode.Uri | undefined;

  const chooseFile: Step = async () => {
    if (given !== undefined) return 'skip';
    const [chosen] =
      (await vscode.window.showOpenDialog({
        title,
        openLabel: messages.importFileLabel,
        filters: { [messages.importFileFilter]: ['xlsx'] },
      })) ?? [];
    file = chosen;
    return chosen === undefined ? 'cancel' : 'next';
  };

  const chooseDispositif: Step = async (position) => {
    const { dispositifs } = await services.connection.ask(dispositifsRequest, {});
    const fromFile: Choice<string | undefined> = {
      label: messages.importDispositifFromFile,
      detail: messages.importDispositifFromFileDetail,
      value: undefined,
    };
    const known = dispositifChoices(dispositifs).map((choice) => ({ ...choice, value: choice.value.id }));
    const guess = dispositifInName(
      nameOf(file),
      dispositifs.map(({ id }) => id),
    );
    const answer = await chooseOne<string | undefined>({
      title,
      position,
      placeholder: messages.importDispositif,
      choices: [fromFile, ...known],
      active: known.find(({ value }) => value === (dispositif ?? guess)),
    });
    return keep(answer, (value) => (dispositif = value));
  };

  const typeVersion: Step = async (position) =>
    keep(
      await typeText({ title, position, prompt: messages.importVersion, value: version }),
      (value) => (version = value),
    );

  const typeTarget: Step = async (position) => {
    const base = baseFolder(file);
    if (base === undefined) return 'cancel';
    const answer = await typeText({
      title,
      position,
      prompt: `${messages.importTarget} ${base.fsPath}`,
      value: `rem/${catalogueNameFor(nameOf(file))}`,
      check: async (value) => {
        const problem = relativePathProblem(value, catalogueSuffix, messages);
        if (problem !== undefined) return { kind: 'error', text: problem };
        return (await fileExists(vscode.Uri.joinPath(base, value)))
          ? { kind: 'warning', text: messages.importReplaces }
          : undefined;
      },
    });
    return keep(answer, (value) => (target = vscode.Uri.joinPath(base, value.replaceAll('\\', '/'))));
  };

  if (given !== undefined && !/\.xlsx$/i.test(given.path)) throw new Error(messages.importNotWorkbook(nameOf(given)));
  if (!(await runSteps([chooseFile, chooseDispositif, typeVersion, typeTarget]))) return undefined;
  if (file === undefined || target === undefined) return undefined;
  return {
    file: file.fsPath,
    target: target.fsPath,
    ...(dispositif === undefined ? {} : { dispositif }),
    ...(version === '' ? {} : { version }),
  };
}

/** What the target is relative to: the workspace folder of the workbook, else the first one, else the workbook's own. */
function baseFolder(workbook: vscode.Uri | undefined): vscode.Uri | undefined {
  if (workbook === undefined) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(workbook) ?? vscode.workspace.workspaceFolders?.[0];
  return folder?.uri ?? vscode.Uri.joinPath(workbook, '..');
}

function nameOf(uri: vscode.Uri | undefined): string {
  return uri?.path.split('/').at(-1) ?? '';
}

async function showResult(result: ImportResult, services: Services): Promise<void> {
  const messages = services.messages();
  const target = vscode.Uri.file(result.target);
  const count = result.doubts.reduce((sum, { lines }) => sum + lines.length, 0);
  const lost = result.doubts.find(({ rank }) => rank === 'lost')?.lines.length ?? 0;
  const told = lost > 0 ? `${messages.imported(result)} ${messages.importLost(lost)}` : messages.imported(result);
  await showWithButtons(lost > 0 ? 'warning' : 'information', told, [
    ...(count > 0 ? [{ label: messages.doubts(count), run: () => showDoubts(result, services) }] : []),
    {
      label: messages.createDossier,
      run: () =>
        vscode.commands.executeCommand(commands.newDossier, {
          catalogue: result.target,
          dispositif: result.dispositif,
          profiles: result.profiles,
        }),
    },
    { label: messages.openCatalogue, run: () => vscode.window.showTextDocument(target) },
  ]);
}

/** Lists the doubtful rows in a document of its own, to be kept or thrown away. */
async function showDoubts(result: ImportResult, services: Services): Promise<void> {
  const messages = services.messages();
  const title = messages.doubtsTitle(nameOf(vscode.Uri.file(result.target)));
  const content = [
    `# ${title}`,
    '',
    messages.doubtsIntroduction,
    '',
    ...result.doubts.flatMap(({ title: rank, lines }) => [`## ${rank}`, '', ...lines.map((line) => `- ${line}`), '']),
  ];
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: content.join('\n') });
  await vscode.window.showTextDocument(document);
}
