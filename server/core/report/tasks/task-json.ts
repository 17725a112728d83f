import { statusWords } from '../../status/status-words';
import type { Task, TaskList } from './task-list';

/** A list of tasks for programs: keys and states never change with the language. Null for what is not said. */
export function taskJson({ dossier, isKnown, person, late, tasks }: TaskList) {
  return { dossier, known: isKnown, person: person ?? null, late, tasks: tasks.map(oneTask) };
}

function oneTask({ key, proof, scenario, requirement, chapter, expected, status, oneOf, follow, late }: Task) {
  return {
    key,
    proof,
    scenario,
    requirement: requirement ?? null,
    chapter: chapter ?? null,
    expected,
    status: statusWords[status].fr,
    oneOf: oneOf ?? null,
    responsible: follow.responsible ?? null,
    due: follow.due ?? null,
    work: follow.work ?? null,
    inherited: follow.inherited,
    late,
  };
}
