import * as vscode from 'vscode';
import { currentLanguage } from '../settings';
import type { StepEnd, StepPosition } from './steps';

/** What a person answered: a value, or that they want to go back, or nothing. */
export type Answer<T> =
  /** `isLast`: nothing more is to be asked. */
  | { readonly kind: 'value'; readonly value: T; readonly isLast?: boolean }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancel' };

/** Keeps the value of an answer, and says how its step ended. */
export function keep<T>(answer: Answer<T>, save: (value: T) => void): StepEnd {
  if (answer.kind !== 'value') return answer.kind;
  save(answer.value);
  return answer.isLast ? 'finish' : 'next';
}

/** A line to choose, with what it stands for. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface Question {
  readonly title: string;
  readonly position: StepPosition;
  /** What the button says that answers this and leaves the rest as it is; no such button without it. */
  readonly finish?: string;
}

/** Asks for one of a list. `active` is the line the cursor stands on at first. */
export function chooseOne<T>(
  question: Question & {
    readonly placeholder: string;
    readonly choices: readonly Choice<T>[];
    readonly active?: Choice<T> | undefined;
  },
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.items = question.choices;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (question.active) pick.activeItems = [question.active];
  // The button that ends the questions takes the line that the cursor stands on.
  return ask(pick, question, () => pick.selectedItems[0] ?? pick.activeItems[0]);
}

/** Asks for any number of a list; those with `picked` are chosen at first. */
export async function chooseMany<T>(
  question: Question & {
    readonly placeholder: string;
    readonly choices: readonly Choice<T>[];
    /** What is said, before the placeholder, of what is chosen by now. */
    readonly sum?: (chosen: readonly T[]) => string;
  },
): Promise<Answer<readonly T[]>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.canSelectMany = true;
  pick.items = question.choices;
  pick.selectedItems = question.choices.filter(({ picked }) => picked);
  pick.matchOnDescription = true;
  const { placeholder, sum } = question;
  const tell = (items: readonly Choice<T>[]): void => {
    pick.placeholder = sum === undefined ? placeholder : `${sum(items.map(({ value }) => value))} · ${placeholder}`;
  };
  tell(pick.selectedItems);
  pick.onDidChangeSelection(tell);
  return ask(pick, question, () => ({ value: pick.selectedItems.map(({ value }) => value) }));
}

/** What stands under a text while it is typed: an error keeps it from being accepted, a warning does not. */
export type Remark = { readonly kind: 'error' | 'warning'; readonly text: string } | undefined;

/** Asks for a line of text; the answer is without spaces around it. */
export function typeText(
  question: Question & {
    readonly prompt: string;
    readonly value: string;
    readonly check?: (value: string) => Remark | Promise<Remark>;
  },
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.value = question.value;
  input.prompt = question.prompt;
  // The name is what is edited; its suffix stays.
  const dot = question.value.indexOf('.');
  if (dot > 0) input.valueSelection = [question.value.lastIndexOf('/', dot) + 1, dot];
  let latest = 0;
  const check = async (): Promise<boolean> => {
    latest += 1;
    const turn = latest;
    let remark: Remark;
    try {
      remark = await question.check?.(input.value.trim());
    } catch (error) {
      // Nobody knows whether it is right: it is not accepted, and Back and Escape still work.
      remark = { kind: 'error', text: error instanceof Error ? error.message : String(error) };
    }
    // A later key stroke has its own answer.
    if (turn !== latest) return false;
    const severity =
      remark?.kind === 'warning' ? vscode.InputBoxValidationSeverity.Warning : vscode.InputBoxValidationSeverity.Error;
    input.validationMessage = remark === undefined ? undefined : { message: remark.text, severity };
    return remark?.kind !== 'error';
  };
  input.onDidChangeValue(() => void check());
  // What nobody has typed yet is no mistake; it is looked at when it is accepted.
  if (question.value !== '') void check();
  const take = async () => ((await check()) ? { value: input.value.trim() } : undefined);
  return ask(input, question, take, [{ iconPath: new vscode.ThemeIcon('check'), tooltip: words().accept }]);
}

/** What Enter and Escape do, for the mouse. */
const words = (): { readonly accept: string; readonly close: string } =>
  currentLanguage() === 'fr'
    ? { accept: 'Valider (Entrée)', close: 'Abandonner (Échap)' }
    : { accept: 'Accept (Enter)', close: 'Give up (Escape)' };

/** What a choice and a line of text have in common. */
type Input = vscode.QuickInput & {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
};

/** Shows an input with its title, step and Back button until it is answered. `take` returns undefined to go on asking. */
function ask<T>(
  input: Input,
  { title, position, finish }: Question,
  take: () => { readonly value: T } | undefined | Promise<{ readonly value: T } | undefined>,
  acceptButton: readonly vscode.QuickInputButton[] = [],
): Promise<Answer<T>> {
  input.title = title;
  input.step = position.step;
  input.totalSteps = position.total;
  input.ignoreFocusOut = true;
  const finishButton = finish === undefined ? [] : [{ iconPath: new vscode.ThemeIcon('check-all'), tooltip: finish }];
  // A list is accepted by a click on a line, and nothing of VS Code's closes what stays open beside another click.
  const close = { iconPath: new vscode.ThemeIcon('close'), tooltip: words().close };
  const back = position.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  input.buttons = [...back, ...acceptButton, ...finishButton, close];
  return new Promise<Answer<T>>((resolve, reject) => {
    const accept = async (isLast: boolean): Promise<void> => {
      const taken = await take();
      if (taken !== undefined) resolve({ kind: 'value', value: taken.value, isLast });
    };
    input.onDidAccept(() => {
      accept(false).catch(reject);
    });
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) resolve({ kind: 'back' });
      else if (button === close) resolve({ kind: 'cancel' });
      else accept(!acceptButton.includes(button)).catch(reject);
    });
    input.onDidHide(() => {
      resolve({ kind: 'cancel' });
    });
    input.show();
  }).finally(() => {
    input.dispose();
  });
}
