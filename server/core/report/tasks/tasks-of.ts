import { isSamePerson } from '../../../../words/same-person';
import { printedId } from '../../catalogue/printed-id';
import type { Analysis } from '../../engine/analyse';
import { stableKey } from '../../parcours/plan/stable-keys';
import { countLate, owedTasks, type OwedTask } from '../../status/owed-tasks';
import { peopleOf } from '../../status/people';
import { isCalendarDate } from '../../time/calendar-date';
import type { Task, TaskList } from './task-list';

/** @param person only what is theirs, however their name is written; absent: everything that is owed */
export function tasksOf(analysis: Analysis, person?: string): TaskList {
  const { main } = analysis.dossier;
  const at = analysis.context.today;
  const state = analysis.compliance();
  const owed = state ? owedTasks(state, at) : [];
  const own = owed.filter(({ follow }) => person === undefined || isSamePerson(follow.responsible, person));
  const { dossier, software } = main.parsed;
  const names = [dossier?.facts.dispositif?.value, software?.facts.name?.value].filter((one) => one !== undefined);
  return {
    dossier: names.length > 0 ? names.join(' · ') : main.path,
    at,
    isKnown: state !== undefined && state.status !== 'unknown',
    ...(person === undefined ? {} : { person: spelling(person, peopleOf(analysis.dossier)) }),
    tasks: soonestFirst(own).map((one) => taskOf(one)),
    late: countLate(own),
  };
}

/** The same list with what is late alone. */
export function lateOnly(list: TaskList): TaskList {
  return { ...list, onlyLate: true, tasks: list.tasks.filter(({ late }) => late) };
}

/** The same list with what somebody is named for, or has a day or a state of the work for. */
export function followedOnly(list: TaskList): TaskList {
  const isFollowed = ({ follow: { responsible, due, work } }: Task) => (responsible ?? due ?? work) !== undefined;
  return { ...list, tasks: list.tasks.filter(isFollowed) };
}

/** As the dossier writes the name. */
function spelling(person: string, people: readonly string[]): string {
  return (people.find((one) => isSamePerson(one, person)) ?? person).trim();
}

/** A day that the calendar does not have comes last, with those that have none. */
function soonestFirst(tasks: readonly OwedTask[]): OwedTask[] {
  const dayOf = ({ follow: { due } }: OwedTask) => (due !== undefined && isCalendarDate(due) ? due : '9999-99-99');
  return [...tasks].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

function taskOf({ requirement, scenario, proof, status, oneOf, follow, late }: OwedTask): Task {
  const responsible = follow.responsible?.trim();
  return {
    slot: {
      ...(requirement ? { requirement: requirement.id } : {}),
      scenario: scenario.scenario.id,
      proof: proof.proof.id,
    },
    key: stableKey([requirement?.id ?? '', scenario.scenario.id, proof.proof.id]),
    proof: printedId(proof.proof),
    scenario: printedId(scenario.scenario),
    ...(requirement ? { requirement: printedId(requirement), chapter: requirement.chapter } : {}),
    expected: proof.proof.expected,
    status,
    ...(oneOf === undefined ? {} : { oneOf }),
    follow: responsible === undefined ? follow : { ...follow, responsible },
    late,
  };
}

/** What one person, or nobody, is named for; in the order of the names, nobody last. */
export interface TaskGroup {
  /** Absent for what nobody is named for. */
  readonly person?: string;
  readonly tasks: readonly Task[];
}

/** The tasks of each person, however the name is written. */
export function tasksByPerson(tasks: readonly Task[]): TaskGroup[] {
  const groups: { person?: string; tasks: Task[] }[] = [];
  for (const task of tasks) {
    const { responsible } = task.follow;
    const known = groups.find(({ person }) =>
      responsible === undefined ? person === undefined : isSamePerson(person, responsible),
    );
    if (known) known.tasks.push(task);
    else groups.push({ ...(responsible === undefined ? {} : { person: responsible }), tasks: [task] });
  }
  return groups.sort(({ person: a }, { person: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return a.localeCompare(b);
  });
}

/** Why no list is made: the name stands nowhere in the dossier. An empty list would read as if all was done. */
export function isUnknownPerson(analysis: Analysis, person: string): boolean {
  return !peopleOf(analysis.dossier).some((one) => isSamePerson(one, person));
}
