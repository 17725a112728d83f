import type { Locale } from '../../messages/say';
import { statusWords } from '../../status/status-words';
import { table, type Column, type ReportTable } from '../table';
import type { Task, TaskList } from './task-list';
import { expectedText, taskTitle, taskWords as words } from './task-words';

/** A list of tasks as a table: a row is what a tool for tickets takes as a ticket. */
export function taskTable(list: TaskList, locale: Locale): ReportTable {
  const columns: Column<Task>[] = [
    [words.key[locale], 12, ({ key }) => key],
    [words.proof[locale], 22, ({ proof }) => proof],
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
  return table(taskTitle(list, locale), columns, list.tasks);
}
