import type { CoreDraft, StepDraft } from './drafts';
import type { Doubts } from './import-report';
import { foldedId } from './namesakes';
import { addProofs, oneSpelling, sameText } from './row-cells';
import { sameProfiles } from './unite-requirements';

/**
 * Puts the rows of one core-business scenario together. Rows with the same id are the same scenario unless they say
 * another name, situation, priority or profile; what a row leaves blank agrees with everything. A scenario without
 * profile takes those of the one above.
 *
 * @param drafts of the rows, in their order
 * @returns one draft for each scenario, in the order in which they first appear
 */
export function uniteCoreScenarios(drafts: readonly CoreDraft[], doubts: Doubts): CoreDraft[] {
  const united: CoreDraft[] = [];
  for (const draft of drafts) {
    const fitting = united.filter((one) => isSame(one, draft));
    const known = fitting.at(-1);
    if (fitting.length > 1) doubts.add('ligne-ambigue', draft.place, '', { id: draft.id });
    const proofs = [...(known?.proofs ?? [])];
    addProofs(proofs, draft.proofs);
    if (known === undefined) united.push({ ...draft, proofs });
    else
      united[united.indexOf(known)] = { ...joined(known, draft), steps: withSteps(known.steps, draft.steps), proofs };
  }
  let above: readonly string[] = [];
  return united.map((draft) => {
    const profiles = draft.profiles.length > 0 ? draft.profiles : above;
    if (profiles !== draft.profiles && profiles.length > 0)
      doubts.add('profil-repris', draft.place, '', { id: draft.id });
    above = profiles;
    return { ...draft, profiles };
  });
}

function isSame(one: CoreDraft, other: CoreDraft): boolean {
  return (
    foldedId(one.id) === foldedId(other.id) &&
    fits(one.name, other.name) &&
    fits(one.text, other.text) &&
    (one.mandatory === undefined || other.mandatory === undefined || one.mandatory === other.mandatory) &&
    (one.profiles.length === 0 || other.profiles.length === 0 || sameProfiles(one.profiles, other.profiles))
  );
}

function fits(one: string, other: string): boolean {
  return one === '' || other === '' || sameText(one, other);
}

function joined(one: CoreDraft, other: CoreDraft): CoreDraft {
  return {
    ...one,
    id: oneSpelling(one.id, other.id),
    name: one.name || other.name,
    text: one.text || other.text,
    profiles: one.profiles.length > 0 ? one.profiles : other.profiles,
    mandatory: one.mandatory ?? other.mandatory,
  };
}

/** A step that is printed again word for word is one step. */
function withSteps(steps: readonly StepDraft[], more: readonly StepDraft[]): StepDraft[] {
  const cited = ({ cites }: StepDraft): string => cites.map(({ reference }) => reference).join('\n');
  const fresh = more.filter(
    (step) => !steps.some((one) => one.id === step.id && sameText(one.text, step.text) && cited(one) === cited(step)),
  );
  return [...steps, ...fresh];
}
