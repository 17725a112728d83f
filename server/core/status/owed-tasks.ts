import type { Requirement } from '../catalogue/catalogue';
import { shift, type OffsetRange } from '../text/offset-range';
import {
  concernsDossier,
  type Compliance,
  type ProofCompliance,
  type RequirementCompliance,
  type ScenarioCompliance,
} from './compliance';
import { proofKey } from './effect-map';
import { followed, followUpsOf, isOver, type Followed, type FollowUps } from './follow-up';
import { owedScenario, owedScenarios, type OwedScenario } from './owed-slots';
import type { Status } from './status';

/** A proof that is owed, who does it and by when. */
export interface OwedTask {
  readonly requirement?: Requirement;
  readonly scenario: ScenarioCompliance;
  readonly proof: ProofCompliance;
  readonly status: Status;
  /** One is enough of all that say the same here: the id of the requirement or scenario of which one is owed. */
  readonly oneOf?: string;
  readonly said: FollowUps;
  readonly follow: Followed;
  /** Where its day is written; absolute range. */
  readonly dueAt?: { readonly uri: string; readonly range: OffsetRange };
  /** Its day is over. */
  readonly late: boolean;
}

/** Everything that is owed of a dossier, in the order of the catalogue. @param today `YYYY-MM-DD`, Europe/Paris */
export function owedTasks({ chapters, coreScenarios }: Compliance, today: string): OwedTask[] {
  return [
    ...chapters.flatMap(({ requirements }) =>
      requirements.flatMap((state) => {
        if (!concernsDossier(state)) return [];
        return owedScenarios(state).flatMap((one) => tasksOf(one, today, state));
      }),
    ),
    ...coreScenarios.flatMap((state) => owedScenario(state).flatMap((one) => tasksOf(one, today))),
  ];
}

function tasksOf(
  { state, slots, isAlternative }: OwedScenario,
  today: string,
  above?: RequirementCompliance,
): OwedTask[] {
  const requirement = above?.requirement;
  const [own] = above?.entries ?? [];
  return slots.map(({ proof, status, isOneOf }) => {
    const id = proof.entry?.value.facts.id.value ?? proof.proof.id;
    const said = followUpsOf(id, state.entry?.value.facts, own?.value.facts.followUp);
    const follow = followed(said);
    return {
      ...(requirement ? { requirement } : {}),
      scenario: state,
      proof,
      status,
      ...(isOneOf ? { oneOf: isAlternative && requirement ? requirement.id : state.scenario.id } : {}),
      said,
      follow,
      ...dueAt(said, state.entry, own),
      late: isOver(follow.due, today),
    };
  });
}

/** Where the day that counts is written. */
function dueAt(
  said: FollowUps,
  scenario: ScenarioCompliance['entry'],
  requirement: RequirementCompliance['entries'][number] | undefined,
): Pick<OwedTask, 'dueAt'> {
  const nearest = said.findIndex((one) => one?.dueOn !== undefined && one.dueOn.value.trim() !== '');
  const range = said[nearest]?.dueOn?.range;
  const entry = nearest < 2 ? scenario : requirement;
  return range && entry ? { dueAt: { uri: entry.uri, range: shift(range, entry.base) } } : {};
}

/** Proofs whose day is over, by {@link proofKey}. */
export function lateSlots(state: Compliance | undefined, today: string): ReadonlySet<string> {
  const late = state ? owedTasks(state, today).filter((task) => task.late) : [];
  return new Set(late.map(({ scenario, proof }) => proofKey(scenario.scenario.id, proof.proof.id)));
}

/** How many things are late: of a choice of which one is enough, one. */
export function countLate(tasks: readonly OwedTask[]): number {
  return new Set(
    tasks.flatMap(({ late, oneOf, scenario, proof }) =>
      late ? [oneOf ?? proofKey(scenario.scenario.id, proof.proof.id)] : [],
    ),
  ).size;
}
