import { say, type Locale } from '../../messages/say';
import { statusWords } from '../../status/status-words';
import { html } from '../../text/html';
import { htmlPage } from '../../text/html-page';
import { htmlTable, type HtmlColumn } from '../../text/html-table';
import type { Task, TaskList } from './task-list';
import { expectedText, taskSummary, taskTitle, taskWords as words } from './task-words';
import { tasksByPerson } from './tasks-of';

/** A list of tasks as a page, a part for each person. */
export function taskPage(lists: readonly TaskList[], locale: Locale): string {
  const parts = lists.map((list) => {
    const groups = tasksByPerson(list.tasks).map(({ person, tasks }) => {
      const name = person ?? words.nobody[locale];
      return html`<h3>${name}</h3>\n${htmlTable(name, columnsIn(locale), tasks)}`;
    });
    return html`<section>\n<h2>${list.dossier}</h2>\n<p class="lead">${taskSummary(list, locale)}</p>\n${groups}</section>\n`;
  });
  const [first, ...others] = lists;
  const person = first?.person;
  const title =
    first && others.length === 0
      ? taskTitle(first, locale)
      : person === undefined
        ? words.all[locale]
        : say(words.of, locale, { person });
  const content = html`<p class="notice">${words.internal[locale]}</p>\n${parts}`;
  return htmlPage({ locale, title, style: '', content });
}

function columnsIn(locale: Locale): HtmlColumn<Task>[] {
  return [
    {
      header: words.due[locale],
      cell: ({ follow, late }) => (late ? html`<strong>${follow.due} · ${words.late[locale]}</strong>` : follow.due),
    },
    { header: words.proof[locale], cell: ({ proof }) => proof, rowHeader: true },
    { header: words.title[locale], cell: (task) => expectedText(task, locale) },
    { header: words.state[locale], cell: ({ status }) => statusWords[status][locale] },
    { header: words.work[locale], cell: ({ follow }) => follow.work },
    { header: words.chapter[locale], cell: ({ chapter }) => chapter },
  ];
}
