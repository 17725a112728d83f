import * as vscode from 'vscode';
import { intakeRequest, type IntakeParams, type IntakeResult } from '../../protocol/requests/intake';
import { dossierUriOf } from '../commands/choose-dossier';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import { agree, markdownText, section, writeAgreed } from './incoming';
import { incomingMessages, type IncomingMessages } from './incoming-messages';
import { mergeReport } from './merge-report';

type Read = Extract<IntakeResult, { readonly kind: 'read' }>;

/** *Reprendre un suivi*: reads a tracking sheet, or a report that colleagues edited, shows what it brings, and writes that when it is wanted. */
export async function intake(services: Services, texts: VirtualTexts, row?: Row, sheet?: vscode.Uri): Promise<void> {
  const words = incomingMessages[currentLanguage()];
  const uri = await dossierUriOf(services, row, { placeholder: words.chooseDossier });
  if (uri === undefined) return;
  const chosen = sheet ?? (await askSheet(words));
  if (!chosen) return;
  let params: IntakeParams = { uri, sheet: chosen.toString(), folders: [], write: false };
  const found = await withProgress(words.reading, (cancellation) =>
    services.connection.ask(intakeRequest, params, cancellation),
  );
  // A report of ours names no files to look for.
  if (found.kind === 'merge') {
    await mergeReport(services, texts, params, found);
    return;
  }
  if (found.kind === 'refused') {
    await showWithButtons('error', found.message, []);
    return;
  }
  const folder = await askFolder(words, chosen, vscode.Uri.parse(uri, true));
  if (!folder) return;
  params = { ...params, folders: [folder.toString()] };
  for (;;) {
    const sent = params;
    const result = await withProgress(words.reading, (cancellation) =>
      services.connection.ask(intakeRequest, sent, cancellation),
    );
    if (result.kind !== 'read') {
      await (result.kind === 'refused'
        ? showWithButtons('error', result.message, [])
        : mergeReport(services, texts, sent, result));
      return;
    }
    const answer = await agree(
      words,
      texts,
      result,
      { preview: previewOf(result, words), before: columnsOf(result, words) },
      [words.changeColumns],
    );
    if (answer === words.changeColumns) {
      const columns = await askColumns(words, result, params.columns ?? {});
      // Who gives that up still has the question.
      if (columns) params = { ...params, columns };
      continue;
    }
    if (answer !== 'write') return;
    await writeAgreed(services, words, (cancellation) =>
      services.connection.ask(intakeRequest, { ...sent, write: true }, cancellation),
    );
    return;
  }
}

async function askSheet(words: IncomingMessages): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: words.chooseSheet,
      openLabel: words.read,
      filters: { [words.sheetFilter]: ['xlsx', 'xlsm', 'csv', 'tsv'] },
    })) ?? [];
  return chosen;
}

async function askFolder(
  words: IncomingMessages,
  sheet: vscode.Uri,
  dossier: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const [beside, within] = [vscode.Uri.joinPath(sheet, '..'), vscode.Uri.joinPath(dossier, '..')];
  const lines = [
    { label: words.sheetFolder, description: beside.fsPath, uri: beside },
    ...(within.toString() === beside.toString()
      ? []
      : [{ label: words.dossierFolder, description: within.fsPath, uri: within }]),
    { label: words.otherFolder, uri: undefined },
  ];
  const chosen = await vscode.window.showQuickPick(lines, { title: words.chooseFolder });
  if (!chosen || chosen.uri) return chosen?.uri;
  const [other] =
    (await vscode.window.showOpenDialog({
      title: words.chooseFolder,
      openLabel: words.search,
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return other;
}

/** What columns hold once one of them was said again. */
async function askColumns(
  words: IncomingMessages,
  { sheets, roles }: Read,
  present: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, readonly string[]>> | undefined> {
  const labels = new Map(roles.map(({ key, label }) => [key, label]));
  const columns = sheets.flatMap(({ columns: all }) => all).filter(({ header }) => header !== '');
  const lines = columns.map(({ letters, header, role }) => ({
    label: header,
    description: role === undefined ? words.leftAlone : (labels.get(role) ?? role),
    detail: letters,
    role,
  }));
  const column = await vscode.window.showQuickPick(lines, { title: words.whichColumn, matchOnDescription: true });
  if (!column) return undefined;
  const nothing = { label: words.holdsNothing, key: undefined };
  const holds = await vscode.window.showQuickPick(
    [...roles, nothing].map((one) => ({ ...one })),
    {
      title: words.whatHolds(column.label),
    },
  );
  if (!holds) return undefined;
  const kept = Object.fromEntries(
    Object.entries(present).map(([key, headers]) => [key, headers.filter((header) => header !== column.label)]),
  );
  // What it was taken for, it is no longer; other columns of that role stay.
  const former =
    column.role === undefined || kept[column.role] !== undefined
      ? {}
      : {
          [column.role]: columns
            .filter(({ role, header }) => role === column.role && header !== column.label)
            .map(({ header }) => header),
        };
  return { ...former, ...kept, ...(holds.key === undefined ? {} : { [holds.key]: [column.label] }) };
}

/** The whole reading in Markdown: first what each column was taken for, since all else rests on it. */
function previewOf({ sheets, roles, lines, notes, unused, summary }: Read, words: IncomingMessages): string {
  const labels = new Map(roles.map(({ key, label }) => [key, label]));
  return [
    `# ${words.intake}\n\n**${markdownText(summary)}**\n`,
    ...sheets.map(({ name, columns }) =>
      [
        `## ${markdownText(words.columnsRead(name))}\n`,
        `| ${words.column} | ${words.header} | ${words.takenFor} |`,
        '| --- | --- | --- |',
        ...columns.map(({ letters, header, role }) => {
          const what = role === undefined ? `*${words.leftAlone}*` : `**${markdownText(labels.get(role) ?? role)}**`;
          return `| ${letters} | ${markdownText(header)} | ${what} |`;
        }),
        '',
      ].join('\n'),
    ),
    section(words.doesNot, notes, words.nothing),
    section(words.comesIn, lines, words.nothing),
    section(words.unused, unused, words.nothing),
  ].join('\n');
}

/** What the columns were taken for, in as few lines as a question has room for. */
function columnsOf({ sheets, roles }: Read, words: IncomingMessages): readonly string[] {
  const labels = new Map(roles.map(({ key, label }) => [key, label]));
  return sheets
    .slice(0, mostSheets)
    .flatMap(({ name, columns }) => [
      '',
      `${words.columnsRead(name)} :`,
      ...columns.flatMap(({ header, letters, role }) =>
        role === undefined ? [] : [`• ${header === '' ? letters : header} → ${labels.get(role) ?? role}`],
      ),
    ]);
}

/** Sheets whose columns are told in the question; the details have all. */
const mostSheets = 2;
