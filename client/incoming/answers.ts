import * as vscode from 'vscode';
import { answersRequest, type AnswersParams } from '../../protocol/requests/answers';
import { dossierUriOf } from '../commands/choose-dossier';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import type { Row } from '../tree/tree-model';
import { showWithButtons } from '../ui/buttons';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import { agree, markdownText, section, writeAgreed } from './incoming';
import { incomingMessages, type IncomingMessages } from './incoming-messages';

/** *Saisir les réponses de l’ANS*: reads them from the clipboard or a file, shows them, and writes them when it is wanted. */
export async function takeAnswers(
  services: Services,
  texts: VirtualTexts,
  row?: Row,
  file?: vscode.Uri,
): Promise<void> {
  const words = incomingMessages[currentLanguage()];
  const uri = await dossierUriOf(services, row, { placeholder: words.chooseDossier });
  if (uri === undefined) return;
  const said = file ? ({ kind: 'file', file: file.toString() } as const) : await askSaid(words);
  if (!said) return;
  const on = await askDay(words);
  if (on === undefined) return;
  let params: AnswersParams = { uri, said, on, write: false };
  for (;;) {
    const sent = params;
    const result = await withProgress(words.reading, (cancellation) =>
      services.connection.ask(answersRequest, sent, cancellation),
    );
    if (result.kind === 'refused') {
      await showWithButtons('error', result.message, []);
      return;
    }
    const preview = [
      `# ${words.answers}\n\n**${markdownText(result.summary)}**\n`,
      section(words.doesNot, result.notes, words.nothing),
      section(words.comesIn, result.lines, words.nothing),
    ].join('\n');
    const more = result.couldSpread && sent.spreads !== true ? [words.spread] : [];
    const answer = await agree(words, texts, result, { preview }, more);
    if (answer === words.spread) {
      params = { ...params, spreads: true };
      continue;
    }
    if (answer !== 'write') return;
    await writeAgreed(services, words, (cancellation) =>
      services.connection.ask(answersRequest, { ...sent, write: true }, cancellation),
    );
    return;
  }
}

async function askSaid(words: IncomingMessages): Promise<AnswersParams['said'] | undefined> {
  const pasted = await vscode.env.clipboard.readText();
  const lines = [
    ...(pasted.trim() === ''
      ? []
      : [{ label: words.fromClipboard, detail: pasted.replace(/\s+/gu, ' ').slice(0, 120), isFile: false }]),
    { label: words.fromFile, isFile: true },
  ];
  const chosen = await vscode.window.showQuickPick(lines, { title: words.answers, placeHolder: words.chooseAnswers });
  if (!chosen) return undefined;
  if (!chosen.isFile) return { kind: 'text', text: pasted };
  const [file] =
    (await vscode.window.showOpenDialog({
      title: words.answers,
      openLabel: words.read,
      filters: { [words.answersFilter]: ['txt', 'csv', 'tsv', 'xlsx', 'xlsm'] },
    })) ?? [];
  return file && { kind: 'file', file: file.toString() };
}

/** The day of answers that give none: asked, since today is only likely. */
async function askDay(words: IncomingMessages): Promise<string | undefined> {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return await vscode.window.showInputBox({
    title: words.answers,
    prompt: words.answersDay,
    value: today,
    validateInput: (value) => (isDay(value.trim()) ? undefined : words.badDay),
  });
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
