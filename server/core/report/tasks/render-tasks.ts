import type { Locale } from '../../messages/say';
import { calendarFile } from '../../parcours/calendar/calendar-file';
import { jsonWithoutHidden, shownHidden } from '../../text/hidden-characters';
import { csvOf, type CsvOptions } from '../csv';
import { taskEvents } from './task-calendar';
import { taskJson } from './task-json';
import type { TaskList } from './task-list';
import { taskPage } from './task-page';
import { taskTable } from './task-table';
import { taskText } from './task-text';
import { taskWords } from './task-words';

/** Forms in which tasks are handed out; all but the first are extensions of files too. */
export const taskFormats = ['text', 'json', 'csv', 'ics', 'html'] as const;
export type TaskFormat = (typeof taskFormats)[number];

export interface TasksToRender {
  readonly lists: readonly NamedTasks[];
  /** The day that late is told for, `YYYY-MM-DD`. */
  readonly at: string;
  readonly format: TaskFormat;
  readonly locale: Locale;
  readonly csv: CsvOptions;
  /** Instant of the export, milliseconds since 1970-01-01 UTC. */
  readonly stamp: number;
}

export interface NamedTasks {
  readonly list: TaskList;
  /** Where the dossier is, as shown. */
  readonly file: string;
  /** What tells it from others in a calendar. */
  readonly calendar: string;
}

/** Tasks of one or more dossiers in one form. */
export function renderTasks({ lists, at, format, locale, csv, stamp }: TasksToRender): string {
  switch (format) {
    case 'text':
      return shownHidden(
        `${lists.map(({ list }) => `${taskText(list, locale)}\n`).join('')}${taskWords.internal[locale]}\n`,
      );
    case 'json': {
      const dossiers = lists.map(({ list, file }) => ({ file, ...taskJson(list) }));
      return jsonWithoutHidden(
        `${JSON.stringify({ version: 1, at, notice: taskWords.internal[locale], dossiers }, null, 2)}\n`,
      );
    }
    case 'csv': {
      const tables = lists.map(({ list }) => taskTable(list, locale));
      return csvOf({ columns: tables[0]?.columns ?? [], rows: tables.flatMap(({ rows }) => rows) }, csv);
    }
    case 'ics':
      return calendarFile(
        lists.flatMap(({ list, calendar }) => taskEvents(list, calendar, locale)),
        stamp,
        taskWords.internal[locale],
      );
    case 'html':
      return taskPage(
        lists.map(({ list }) => list),
        locale,
      );
  }
}

/** The form that a file's name asks for; undefined where it tells none. */
export function taskFormatOf(path: string): TaskFormat | undefined {
  const name = path.toLowerCase();
  return name.endsWith('.txt') ? 'text' : taskFormats.find((one) => name.endsWith(`.${one}`));
}
