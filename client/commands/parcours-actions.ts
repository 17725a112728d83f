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
import { type Answer, chooseOne, keep, type Remark, typeText } from '../flows/ask';
import { runSteps, type Step, type StepPosition } from '../flows/steps';
import { currentLanguage } from '../settings';
import { openPlace } from '../ui/open-place';
import { parcoursMessages } from './parcours-messages';
import type { Services } from './services';

/** Marks a step of the *Parcours* view as done, on the day that is asked for. */
export async function markDone(services: Services, id: unknown): Promise<void> {
  const words = parcoursMessages[currentLanguage()];
  const row = services.parcours.row(id);
  if (row?.writes?.kind !== 'step') throw new Error(words.noTarget);
  const day = await typeDay(row.label, onlyStep, words.doneOn, todayText(), true);
  if (day.kind === 'value') await write(services, row.writes, doneValues(day.value));
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

const onlyStep = { step: 1, total: 1, canGoBack: false } as const;

async function askStep(title: string, { state = 'à faire' }: ParcoursTarget): Promise<ParcoursValues | undefined> {
  const words = parcoursMessages[currentLanguage()];
  let key: StepDate = 'debut';
  let day = '';
  const chooseDate: Step = async (position) => {
    const keys: readonly StepDate[] = ['debut', 'fin', 'prevue_le'];
    const choices = keys.map((value) => ({ value, label: words.dates[value] }));
    return keep(await chooseOne({ title, position, placeholder: words.which, choices }), (value) => (key = value));
  };
  const typeDate: Step = async (position) =>
    keep(await typeDay(title, position, `${words.dates[key]}, ${words.day}`, day, false), (value) => (day = value));
  if (!(await runSteps([chooseDate, typeDate]))) return undefined;
  return dateValues(key, day, state, todayText());
}

async function askMilestone(title: string): Promise<ParcoursValues | undefined> {
  const words = parcoursMessages[currentLanguage()];
  let moment = '';
  let source = '';
  const typeMoment: Step = async (position) => {
    const check = (text: string): Remark => (momentOf(text) ? undefined : { kind: 'error', text: words.notAMoment });
    const answer = await typeText({ title, position, prompt: words.moment, value: moment, check });
    return keep(answer, (value) => (moment = value));
  };
  const typeSource: Step = async (position) =>
    keep(await typeText({ title, position, prompt: words.source, value: source }), (value) => (source = value));
  if (!(await runSteps([typeMoment, typeSource]))) return undefined;
  const at = momentOf(moment);
  if (!at) return undefined;
  return source === '' ? at : { ...at, source, verifie_le: todayText() };
}

/** @returns the day as it is written, empty where that is allowed */
function typeDay(
  title: string,
  position: StepPosition,
  prompt: string,
  value: string,
  mayBeEmpty: boolean,
): Promise<Answer<string>> {
  const { notADay } = parcoursMessages[currentLanguage()];
  const check = (text: string): Remark =>
    isDay(text) || (mayBeEmpty && text === '') ? undefined : { kind: 'error', text: notADay };
  return typeText({ title, position, prompt, value, check });
}

async function write(
  { connection }: Services,
  { kind, id, uri }: ParcoursTarget,
  values: ParcoursValues,
): Promise<void> {
  const written = await WrittenEdit.make(
    await connection.ask(writeParcoursRequest, { target: { kind, id, uri }, values }),
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
