import * as vscode from 'vscode';
import { attachDeclarationRequest } from '../../protocol/requests/attach-declaration';
import { declareNotApplicableRequest } from '../../protocol/requests/declare-not-applicable';
import { ficheRequest } from '../../protocol/requests/fiche';
import type { Services } from '../commands/services';
import { type Choice, chooseOne, keep, typeText } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import { currentLanguage } from '../settings';
import { type Button, showWithButtons } from '../ui/buttons';
import { openPlace } from '../ui/open-place';
import { withProgress } from '../ui/with-progress';
import { attachMessages } from './attach-messages';
import { findTarget } from './attach-target';
import { placeOf, WrittenEdit } from './written-edit';

/** The requirement, or a scenario of it. */
interface Declared {
  readonly requirement?: string;
  readonly scenario?: string;
}

/** A text that changes each time between its being read and the edit is being typed in. */
const mostTries = 3;

/**
 * *Non applicable…*: writes why a requirement or scenario does not apply, as one edit that can be undone. Of one that is set
 * aside already, asks for the signed document that says so.
 */
export async function declareNotApplicable(services: Services, argument: unknown): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const target = await findTarget(services, words, argument);
  const slot = target?.slot;
  if (!target || !slot) return;
  const choices = entryChoices(slot, words);
  let declared = choices[0]?.value;
  let justification = '';
  const found = { isAside: false };
  const chooseEntry: Step = async (position) => {
    if (choices.length < 2) return 'skip';
    const question = { title: words.declaring, position, placeholder: words.whichEntry, choices };
    return keep(await chooseOne(question), (value) => (declared = value));
  };
  const typeJustification: Step = async (position) => {
    found.isAside = declared !== undefined && (await isAside(services, target.uri, declared));
    if (found.isAside) return 'skip';
    const answer = await typeText({
      title: words.declaring,
      position,
      prompt: words.justification(idOf(declared)),
      value: justification,
      check: (text) => (text === '' ? { kind: 'error', text: words.justificationEmpty } : undefined),
    });
    return keep(answer, (value) => (justification = value));
  };
  if (!(await runSteps([chooseEntry, typeJustification])) || !declared) return;
  if (found.isAside) {
    await attachDeclaration(services, target.uri, declared);
    return;
  }
  const params = { uri: target.uri, ...declared, justification };
  for (let tries = 0; tries < mostTries; tries++) {
    const result = await withProgress(words.declaring, (cancellation) =>
      services.connection.ask(declareNotApplicableRequest, params, cancellation),
    );
    if (result.kind === 'refused') {
      await showWithButtons('warning', result.message, []);
      return;
    }
    const written = await WrittenEdit.make(result);
    if (written) {
      await showDeclared(services, target.uri, declared, written);
      return;
    }
  }
  await showWithButtons('error', words.changed, []);
}

/** Whether an entry is set aside itself, as it is written now. */
async function isAside(services: Services, uri: string, { requirement, scenario }: Declared): Promise<boolean> {
  const own = {
    ...(requirement === undefined ? {} : { requirement }),
    ...(scenario === undefined ? {} : { scenario }),
  };
  const answer = await services.connection.ask(ficheRequest, { uri, at: { kind: 'entry', ...own } });
  if (answer.kind !== 'fiche') return false;
  const { fiche } = answer;
  if (scenario === undefined) return fiche.notApplicable !== undefined;
  return fiche.scenarios.some(({ slot, notApplicable }) => slot.scenario === scenario && notApplicable !== undefined);
}

/** Asks for the signed document of an entry that is set aside, and cites it there, as one edit that can be undone. */
async function attachDeclaration(services: Services, uri: string, declared: Declared): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const [file] =
    (await vscode.window.showOpenDialog({
      title: words.declarationTitle(idOf(declared)),
      openLabel: words.attach,
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(uri, true), '..'),
    })) ?? [];
  if (!file) return;
  if (!services.connection.platform.reaches(file)) {
    await showWithButtons('error', words.onlyFiles(file.toString()), []);
    return;
  }
  const params = { uri, ...declared, file: file.toString() };
  for (let tries = 0; tries < mostTries; tries++) {
    const result = await withProgress(words.attaching, (cancellation) =>
      services.connection.ask(attachDeclarationRequest, params, cancellation),
    );
    if (result.kind === 'refused') {
      await showWithButtons('warning', result.message, []);
      return;
    }
    const written = await WrittenEdit.make(result);
    if (written) {
      await showWritten(services, words.declarationAttached(idOf(declared), result.path), words.undone, written);
      return;
    }
  }
  await showWithButtons('error', words.changed, []);
}

async function showDeclared(services: Services, uri: string, declared: Declared, written: WrittenEdit): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const id = idOf(declared);
  await showWritten(services, words.declared(id), words.withdrawn(id), written, [
    { label: words.attachDeclaration, run: () => attachDeclaration(services, uri, declared) },
  ]);
}

/** Says what was written, with what takes it back and what shows it. */
async function showWritten(
  services: Services,
  message: string,
  undone: string,
  written: WrittenEdit,
  more: readonly Button[] = [],
): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const { place } = written;
  await showWithButtons('information', message, [
    ...more,
    {
      label: words.undo,
      run: async () => {
        const end = await written.undo();
        if (end === 'changed') await showWithButtons('warning', words.notUndone, []);
        else await showWithButtons('information', undone, []);
      },
    },
    ...(place ? [{ label: services.messages().open, run: () => openPlace(placeOf(place)) }] : []),
  ]);
}

function entryChoices(slot: Declared, words: (typeof attachMessages)['fr']): readonly Choice<Declared>[] {
  const { requirement, scenario } = slot;
  const own = requirement === undefined ? {} : { requirement };
  return [
    ...(scenario === undefined ? [] : [{ label: words.onlyScenario(scenario), value: { ...own, scenario } }]),
    ...(requirement === undefined ? [] : [{ label: words.wholeRequirement(requirement), value: { requirement } }]),
  ];
}

function idOf(declared: Declared | undefined): string {
  return declared?.scenario ?? declared?.requirement ?? '';
}
