import type { Locale } from '../../messages/say';
import { statusWords } from '../../status/status-words';
import type { Task, TaskList } from './task-list';
import { expectedText, taskSummary, taskTitle, taskWords as words } from './task-words';
import { tasksByPerson } from './tasks-of';

/** A list of tasks as lines, a paragraph for each person. */
export function taskText(list: TaskList, locale: Locale): string {
  const groups = tasksByPerson(list.tasks).map(
    ({ person, tasks }) =>
      `\n${person ?? words.nobody[locale]}\n${tasks.map((task) => `${lineOf(task, locale)}\n`).join('')}`,
  );
  return `${taskTitle(list, locale)}\n${taskSummary(list, locale)}\n${groups.join('')}`;
}

function lineOf(task: Task, locale: Locale): string {
  const { follow, late, proof, status } = task;
  const state = [statusWords[status][locale], follow.work].filter((one) => one !== undefined).join(', ');
  const due = follow.due ?? '';
  return `${late ? '!' : ' '} ${due.padEnd(10)}  ${proof}  ${onOneLine(expectedText(task, locale))}  [${state}]`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
