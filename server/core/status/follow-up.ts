import { isCalendarDate } from '../time/calendar-date';
import type { FollowUpFacts } from '../manifest/follow-up-facts';
import type { ScenarioFacts } from '../manifest/facts';

/** Who does what by when about a proof: what is said of it, else of the scenario or requirement that it stands under. */
export interface Followed {
  readonly responsible?: string;
  /** `YYYY-MM-DD`, as written. */
  readonly due?: string;
  /** A value of `travail`, as written. */
  readonly work?: string;
  /** Which of the three are said above the proof. */
  readonly inherited: readonly ('responsible' | 'due' | 'work')[];
}

/** What is said of a proof, nearest first: of itself, its scenario, its requirement. */
export type FollowUps = readonly [
  own: FollowUpFacts | undefined,
  scenario: FollowUpFacts | undefined,
  requirement?: FollowUpFacts,
];

/**
 * What is said of a proof.
 * @param proof its id as the manifest writes it, or would
 */
export function followUpsOf(
  proof: string,
  scenario: ScenarioFacts | undefined,
  requirement: FollowUpFacts | undefined,
): FollowUps {
  const own = scenario?.proofFollowUps?.find((one) => one.proof.value === proof);
  return requirement ? [own, scenario?.followUp, requirement] : [own, scenario?.followUp];
}

/** The nearest word on each counts. */
export function followed(said: FollowUps): Followed {
  const nearest = (key: 'responsible' | 'dueOn' | 'work') => {
    const at = said.findIndex((one) => one?.[key] !== undefined && one[key].value.trim() !== '');
    return at < 0 ? undefined : { value: said[at]?.[key]?.value ?? '', isInherited: at > 0 };
  };
  const [responsible, due, work] = [nearest('responsible'), nearest('dueOn'), nearest('work')];
  const all = { responsible, due, work };
  return {
    ...(responsible ? { responsible: responsible.value } : {}),
    ...(due ? { due: due.value } : {}),
    ...(work ? { work: work.value } : {}),
    inherited: (['responsible', 'due', 'work'] as const).filter((key) => all[key]?.isInherited === true),
  };
}

/** Whether a day is over. A day that the calendar does not have is none. @param today `YYYY-MM-DD`, Europe/Paris */
export function isOver(due: string | undefined, today: string): boolean {
  return due !== undefined && isCalendarDate(due) && due < today;
}
