import * as vscode from 'vscode';
import {
  intakeRequest,
  type IntakeConflict,
  type IntakeParams,
  type IntakeResult,
} from '../../protocol/requests/intake';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import { showWithButtons } from '../ui/buttons';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import { agree, section, writeAgreed } from './incoming';
import { incomingMessages, type IncomingMessages } from './incoming-messages';

type Merge = Extract<IntakeResult, { readonly kind: 'merge' }>;

/** Takes back a report workbook that colleagues edited: shows what changes, settles conflicts, and writes when it is wanted. */
export async function mergeReport(
  services: Services,
  texts: VirtualTexts,
  sent: IntakeParams,
  first: Merge,
): Promise<void> {
  const words = incomingMessages[currentLanguage()];
  let params = sent;
  let result = first;
  if (result.other !== undefined) {
    const detail = words.otherDossier;
    const chosen = await vscode.window.showWarningMessage(result.other, { modal: true, detail }, words.takeAnyway);
    if (chosen !== words.takeAnyway) return;
    params = { ...params, isOtherTaken: true };
  }
  for (;;) {
    const { conflicts } = result;
    const preview = previewOf(result, words);
    const before = conflicts.length > 0 ? [words.conflictsLeft(openOf(conflicts).length)] : [];
    const more = conflicts.length > 0 ? [words.settle] : [];
    const answer = await agree(words, texts, result, { preview, before }, more);
    if (answer === words.settle) {
      const settled = await askSides(words, conflicts);
      if (!settled) continue;
      params = { ...params, conflicts: settled };
      const again = await withProgress(words.reading, (cancellation) =>
        services.connection.ask(intakeRequest, { ...params, write: false }, cancellation),
      );
      if (again.kind === 'merge') result = again;
      else if (again.kind === 'refused') {
        await showWithButtons('error', again.message, []);
        return;
      }
      continue;
    }
    if (answer !== 'write') return;
    await writeAgreed(services, words, (cancellation) =>
      services.connection.ask(intakeRequest, { ...params, write: true }, cancellation),
    );
    return;
  }
}

function openOf(conflicts: readonly IntakeConflict[]): readonly IntakeConflict[] {
  return conflicts.filter(({ choice }) => choice === undefined);
}

/** Which conflicts the workbook wins; the dossier stays in the others. Undefined when the person gave up. */
async function askSides(
  words: IncomingMessages,
  conflicts: readonly IntakeConflict[],
): Promise<Readonly<Record<string, 'ours' | 'theirs'>> | undefined> {
  const lines = conflicts.map(({ id, line, choice }) => ({ label: id, detail: line, picked: choice === 'theirs' }));
  const picked = await vscode.window.showQuickPick(lines, {
    title: words.whichTheirs,
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  const theirs = new Set(picked.map(({ label }) => label));
  return Object.fromEntries(conflicts.map(({ id }) => [id, theirs.has(id) ? 'theirs' : 'ours'] as const));
}

function previewOf({ lines, conflicts, notes, summary, other }: Merge, words: IncomingMessages): string {
  const { nothing } = words;
  return [
    section(words.merge, other === undefined ? [summary] : [summary, other], nothing),
    section(
      words.conflicts,
      conflicts.map(({ line }) => line),
      nothing,
    ),
    section(words.doesNot, notes, nothing),
    section(words.comesIn, lines, nothing),
  ].join('\n');
}
