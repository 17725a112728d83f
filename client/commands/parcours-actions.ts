import * as vscode from 'vscode';
import type { ParcoursTarget } from '../../protocol/requests/parcours';
import { writeParcoursRequest } from '../../protocol/requests/write-parcours';
import { attachMessages } from '../attach/attach-messages';
import { placeOf, WrittenEdit } from '../attach/written-edit';
import {
  dateValues,
  doneValues,
  isDay,
  momentOf,
  type ParcoursValues,
  type StepDate,
} from '../parcours/parcours-values';
import { currentLanguage } from '../settings';
import { openPlace } from '../ui/open-place';
import { parcoursMessages } from './parcours-messages';
import type { Services } from './services';

/** Marks a step of the *Parcours* view as done, on the day that is asked for. */
export async function markDone(services: Services, id: unknown): Promise<void> {
  const words = parcoursMessages[currentLanguage()];
  const row = services.parcours.row(id);
  if (row?.writes?.kind !== 'step') throw new Error(words.noTarget);
  const day = await typeDay(row.label, words.doneOn, todayText(), true);
  if (day !== undefined) await write(services, row.writes, doneValues(day));
}

/** Gives a step, or a date of the calendar, a date of the dossier's own. */
export async function writeDate(services: Services, id: unknown): Promise<void> {
  const words = parcoursMessages[currentLanguage()];
  const row = services.parcours.row(id);
  if (row?.writes === undefined) throw new Error(words.noTarget);
  const values = row.writes.kind === 'step' ? await askStep(row.label, row.writes) : await askMilestone(row.label);
  if (values) await write(services, row.writes, values);
}

/** Opens what the manifest says of a row; of what it says nothing of, its main manifest. */
export async function openInManifest(services: Services, id: unknown): Promise<void> {
  const row = services.parcours.row(id);
  const uri = services.parcours.dossierUri(id);
  if (row?.place) await openPlace(row.place);
  else if (uri === undefined) throw new Error(services.messages().placeGone);
  else await vscode.window.showTextDocument(vscode.Uri.parse(uri, true));
}

async function askStep(title: string, { state = 'à faire' }: ParcoursTarget): Promise<ParcoursValues | undefined> {
  const words = parcoursMessages[currentLanguage()];
  const keys: readonly StepDate[] = ['debut', 'fin', 'prevue_le'];
  const choices = keys.map((key) => ({ key, label: words.dates[key] }));
  const chosen = await vscode.window.showQuickPick(choices, { title, placeHolder: words.which });
  if (!chosen) return undefined;
  const day = await typeDay(title, `${chosen.label}, ${words.day}`, '', false);
  return day === undefined ? undefined : dateValues(chosen.key, day, state, todayText());
}

async function askMilestone(title: string): Promise<ParcoursValues | undefined> {
  const words = parcoursMessages[currentLanguage()];
  const typed = await vscode.window.showInputBox({
    title,
    prompt: words.moment,
    ignoreFocusOut: true,
    validateInput: (text) => (momentOf(text) ? undefined : words.notAMoment),
  });
  const at = typed === undefined ? undefined : momentOf(typed);
  if (!at) return undefined;
  const source = (await vscode.window.showInputBox({ title, prompt: words.source, ignoreFocusOut: true }))?.trim();
  if (source === undefined) return undefined;
  return source === '' ? at : { ...at, source, verifie_le: todayText() };
}

async function typeDay(title: string, prompt: string, value: string, mayBeEmpty: boolean): Promise<string | undefined> {
  const { notADay } = parcoursMessages[currentLanguage()];
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (isDay(text.trim()) || (mayBeEmpty && text.trim() === '') ? undefined : notADay),
  });
  return typed?.trim();
}

async function write({ session }: Services, { kind, id, uri }: ParcoursTarget, values: ParcoursValues): Promise<void> {
  const written = await WrittenEdit.make(
    await session.ask(writeParcoursRequest, { target: { kind, id, uri }, values }),
  );
  if (!written) throw new Error(parcoursMessages[currentLanguage()].changed);
  // What was written is shown, so that it can be looked at and undone.
  if (written.place) await openPlace(placeOf(written.place));
  if (written.unsaved.length > 0)
    throw new Error(attachMessages[currentLanguage()].notSaved(written.unsaved.join(', ')));
}

/** Today, where the user is: `2026-05-13`. */
function todayText(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
