import type { Locale } from '../../messages/say';
import { statusWords } from '../../status/status-words';
import { table, type Column, type ReportTable } from '../table';
import type { Task, TaskList } from './task-list';
import { expectedText, taskTitle, taskWords as words } from './task-words';

/** The same for a report, which says whose dossier it is: none where the team follows nothing, nor in a report for ANS. */
export function taskTables(list: TaskList | undefined, locale: Locale): ReportTable[] {
  if (!list || list.tasks.length === 0) return [];
  const { columns, rows, target, share } = taskTable(list, locale);
  const kept = columns.flatMap(({ header }, at) =>
    header === words.key[locale] || header === words.dossier[locale] ? [] : [at],
  );
  const at = (column: number): number => kept[column] ?? column;
  return [
    {
      title: words.all[locale],
      columns: columns.filter((_, index) => kept.includes(index)),
      rows: rows.map((cells) => cells.filter((_, index) => kept.includes(index))),
      target: (row, column) => target(row, at(column)),
      share,
    },
  ];
}

/** A list of tasks as a table: a row is what a tool for tickets takes as a ticket. */
export function taskTable(list: TaskList, locale: Locale): ReportTable {
  const columns: Column<Task>[] = [
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
  return table(taskTitle(list, locale), columns, list.tasks);
}
