import * as vscode from 'vscode';
import type { AttachEdit } from '../../protocol/requests/attach';
import { takeBack } from '../attach/attach';
import { attachMessages } from '../attach/attach-messages';
import { placeOf, WrittenEdit } from '../attach/written-edit';
import type { Services } from '../commands/services';
import { currentLanguage } from '../settings';
import { type Button, showWithButtons } from '../ui/buttons';
import { openPlace } from '../ui/open-place';
import type { VirtualTexts } from '../ui/virtual-texts';
import { withProgress } from '../ui/with-progress';
import type { IncomingMessages } from './incoming-messages';

/** What comes in, as both requests tell it. */
export interface Incoming {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly summary: string;
}

interface Written {
  readonly edit: { readonly changes: Readonly<Record<string, readonly AttachEdit[]>> };
  readonly before: Readonly<Record<string, string>>;
  readonly copies: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Asks whether what was shown is to be written. `more` are further ways on.
 * @param preview the whole of it in Markdown
 * @param before what has to be known before the answer
 */
export async function agree<T extends string>(
  words: IncomingMessages,
  texts: VirtualTexts,
  { summary, notes }: Incoming,
  { preview, before = [] }: { readonly preview: string; readonly before?: readonly string[] },
  more: readonly T[],
): Promise<'write' | T | undefined> {
  const chosen = await vscode.window.showInformationMessage(
    summary,
    { modal: true, detail: [words.notes(notes.length), words.confirm, ...before].join('\n') },
    words.agree,
    words.seeAll,
    ...more,
  );
  if (chosen === words.agree) return 'write';
  if (chosen !== words.seeAll) return more.find((one) => one === chosen);
  const [uri] = texts.addAll([{ name: words.planName, text: preview }]);
  if (uri) await vscode.commands.executeCommand('markdown.showPreview', uri);
  // The person reads, scrolls and clicks in it: the question stays until it is answered.
  const answers = [
    { label: words.agree, detail: summary, answer: 'write' as const },
    ...more.map((one) => ({ label: one, detail: undefined, answer: one })),
    { label: words.writeNothing, detail: undefined, answer: undefined },
  ].map(({ detail, ...one }) => (detail === undefined ? one : { ...one, detail }));
  const picked = await vscode.window.showQuickPick(answers, { title: words.question, ignoreFocusOut: true });
  return picked?.answer;
}

/** What a request that was to write answered. */
type WrittenAnswer =
  | { readonly kind: 'refused'; readonly message: string }
  | (Incoming & { readonly kind: 'read' | 'merge'; readonly written?: Written });

/** Asks for what was agreed to, makes the edit, says what was done or why nothing was, and offers to take it back. */
export async function writeAgreed(
  services: Services,
  words: IncomingMessages,
  ask: (cancellation: vscode.CancellationToken) => Promise<WrittenAnswer>,
): Promise<void> {
  const answer = await withProgress(words.writing, ask);
  if (answer.kind === 'refused') await showWithButtons('error', answer.message, []);
  else if (!answer.written || Object.keys(answer.written.edit.changes).length === 0)
    await showWithButtons('information', words.nothingComes(answer.summary), []);
  else await apply(services, words, answer.summary, answer.written);
}

async function apply(services: Services, words: IncomingMessages, summary: string, written: Written): Promise<void> {
  const attachWords = attachMessages[currentLanguage()];
  const made = await WrittenEdit.make(written);
  if (!made) {
    await showWithButtons('error', attachWords.changed, []);
    return;
  }
  const { place } = made;
  const buttons: Button[] = [{ label: attachWords.undo, run: () => takeBack(attachWords, written.copies, made) }];
  if (place) buttons.push({ label: services.messages().open, run: () => openPlace(placeOf(place)) });
  const failures = [...made.unsaved.map((name) => attachWords.notSaved(name)), ...written.warnings];
  const kind = failures.length === 0 ? 'information' : 'warning';
  await showWithButtons(kind, [words.done(summary), ...failures].join(' '), buttons);
}

/** A heading with a list, in Markdown. */
export function section(heading: string, lines: readonly string[], none: string): string {
  const list =
    lines.length === 0 ? `*${markdownText(none)}*` : lines.map((line) => `- ${markdownText(line)}`).join('\n');
  return `## ${markdownText(heading)}\n\n${list}\n`;
}

/** Text of a sheet or report as it stands, whatever it would mean in Markdown. */
export function markdownText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#+|~!&]/g, '\\$&');
}
