/**
 * How a step ended: with an answer kept, the last one that is wanted (`finish`), to be asked again (`again`), with a wish to see
 * the step before, with Escape, or without having asked.
 */
export type StepEnd = 'next' | 'finish' | 'again' | 'back' | 'cancel' | 'skip';

/** Where a step stands among those that ask, for its title (`2/4`) and its Back button. */
export interface StepPosition {
  readonly step: number;
  readonly total: number;
  readonly canGoBack: boolean;
}

/** Asks one thing and keeps the answer where its flow looks for it. `skip` when nothing is to be asked. */
export interface Step {
  (position: StepPosition): Promise<StepEnd>;
  /** Whether it would ask anything, as far as is known by now: one that would not is not counted. Without it, it would. */
  readonly asks?: () => boolean;
}

/** A step that is only asked, and counted, when a condition holds. */
export function onlyWhen(asks: () => boolean, step: Step): Step {
  return Object.assign((position: StepPosition) => step(position), { asks });
}

/**
 * Runs steps one after the other, back and forth.
 *
 * @returns whether all were answered; false when the person gave up.
 */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  /** Indices of the steps that asked, the way Back goes. */
  const asked: number[] = [];
  let index = 0;
  while (index < steps.length) {
    const step = steps[index];
    if (step === undefined) break;
    if (step.asks?.() === false) {
      index += 1;
      continue;
    }
    const left = steps.slice(index).filter((one) => one.asks?.() !== false).length;
    const end = await step({ step: asked.length + 1, total: asked.length + left, canGoBack: asked.length > 0 });
    switch (end) {
      case 'next':
        asked.push(index);
        index += 1;
        break;
      case 'finish':
        return true;
      case 'again':
        break;
      case 'skip':
        index += 1;
        break;
      case 'back':
        index = asked.pop() ?? 0;
        break;
      case 'cancel':
        return false;
    }
  }
  return true;
}
