/** How a step ended: with an answer kept, with a wish to see the step before, with Escape, or without having asked. */
export type StepEnd = 'next' | 'back' | 'cancel' | 'skip';

/** Where a step stands among those that ask, for its title (`2/4`) and its Back button. */
export interface StepPosition {
  readonly step: number;
  readonly total: number;
  readonly canGoBack: boolean;
}

/** Asks one thing and keeps the answer where its flow looks for it. `skip` when nothing is to be asked. */
export type Step = (position: StepPosition) => Promise<StepEnd>;

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
    const end = await step({ step: index + 1, total: steps.length, canGoBack: asked.length > 0 });
    switch (end) {
      case 'next':
        asked.push(index);
        index += 1;
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
