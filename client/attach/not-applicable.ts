import { declareNotApplicableRequest } from '../../protocol/requests/declare-not-applicable';
import type { Services } from '../commands/services';
import { type Choice, chooseOne, keep, typeText } from '../flows/ask';
import { runSteps, type Step } from '../flows/steps';
import { currentLanguage } from '../settings';
import { showWithButtons } from '../ui/buttons';
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

/** *Non applicable…*: writes why a requirement or scenario does not apply, as one edit that can be undone. */
export async function declareNotApplicable(services: Services, argument: unknown): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const target = await findTarget(services, words, argument);
  const slot = target?.slot;
  if (!target || !slot) return;
  const choices = entryChoices(slot, words);
  let declared = choices[0]?.value;
  let justification = '';
  const chooseEntry: Step = async (position) => {
    if (choices.length < 2) return 'skip';
    const question = { title: words.declaring, position, placeholder: words.whichEntry, choices };
    return keep(await chooseOne(question), (value) => (declared = value));
  };
  const typeJustification: Step = async (position) => {
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
      await showDeclared(services, idOf(declared), written);
      return;
    }
  }
  await showWithButtons('error', words.changed, []);
}

async function showDeclared(services: Services, id: string, written: WrittenEdit): Promise<void> {
  const words = attachMessages[currentLanguage()];
  const { place } = written;
  await showWithButtons('information', words.declared(id), [
    {
      label: words.undo,
      run: async () => {
        const end = await written.undo();
        if (end === 'changed') await showWithButtons('warning', words.notUndone, []);
        else await showWithButtons('information', words.withdrawn(id), []);
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
