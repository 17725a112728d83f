import type { Locale } from '../../messages/say';
import { statusWords } from '../../status/status-words';
import { table, type Column, type ReportTable } from '../table';
import type { Task, TaskList } from './task-list';
import { expectedText, taskTitle, taskWords as words } from './task-words';

/** The same for a report, which says whose dossier it is: none where the team follows nothing, nor in a report for ANS. */
export function taskTables(list: TaskList | undefined, locale: Locale): ReportTable[] {
  if (!list || list.tasks.length === 0) return [];
  // The key is for tools, and the report is of one dossier.
  const left = [words.key[locale], words.dossier[locale]];
  return [
    table(
      words.all[locale],
      columnsOf(list, locale).filter(([header]) => !left.includes(header)),
      list.tasks,
    ),
  ];
}

/** A list of tasks as a table: a row is what a tool for tickets takes as a ticket. */
export function taskTable(list: TaskList, locale: Locale): ReportTable {
  return table(taskTitle(list, locale), columnsOf(list, locale), list.tasks);
}

function columnsOf(list: TaskList, locale: Locale): Column<Task>[] {
  return [
    [words.key[locale], 12, ({ key }) => key],
    [words.proof[locale], 22, ({ proof }) => proof, ({ slot }) => ({ kind: 'entry', ...slot })],
    [words.title[locale], 60, (task) => expectedText(task, locale)],
    [words.responsible[locale], 18, ({ follow }) => follow.responsible],
    [words.due[locale], 12, ({ follow }) => follow.due],
    [words.late[locale], 10, ({ late }) => (late ? words.yes[locale] : '')],
    [words.work[locale], 12, ({ follow }) => follow.work],
    [words.state[locale], 18, ({ status }) => statusWords[status][locale]],
    [words.requirement[locale], 18, ({ requirement }) => requirement],
    [words.scenario[locale], 18, ({ scenario }) => scenario],
    [words.chapter[locale], 28, ({ chapter }) => chapter],
    [words.dossier[locale], 24, () => list.dossier],
  ];
}
