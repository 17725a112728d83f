import { spreadsheetCsv } from '../../core/report/csv';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { saveTasksRequest } from '../../../protocol/requests/tasks';
import { say, type Sentence } from '../../core/messages/say';
import { throwIfCancelled } from '../../core/ports/cancellation';
import { calendarIdentity } from '../../core/parcours/calendar/calendar-names';
import { stableKey } from '../../core/parcours/plan/stable-keys';
import { renderTasks, taskFormatOf } from '../../core/report/tasks/render-tasks';
import { taskWords } from '../../core/report/tasks/task-words';
import { isUnknownPerson, tasksOf } from '../../core/report/tasks/tasks-of';
import { peopleOf } from '../../core/status/people';
import { writeText } from '../../host/operations/write-text';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const unknownFormat: Sentence = {
  fr: 'Le nom {path} ne dit pas la forme de la liste. Terminez-le par .html, .csv, .ics, .json ou .txt.',
  en: 'Name {path} does not tell the form of the list. End it with .html, .csv, .ics, .json or .txt.',
};

/** What is handed out must not rest on what was known a while ago. */
export const answer: Answer<typeof saveTasksRequest> = async ({ uri, target, person }, context, cancellation) => {
  const { locale, session } = context;
  await session.lookAgain(cancellation);
  const analysis = await context.dossierOf(uri, cancellation);
  if (!analysis) return null;
  context.checkTrust();
  const path = resolve(target);
  const format = taskFormatOf(path);
  if (!format) throw refusal(unknownFormat, locale, { path });
  if (person !== undefined && isUnknownPerson(analysis, person)) {
    const known = peopleOf(analysis.dossier).join(', ') || say(taskWords.none, locale);
    throw refusal(taskWords.unknownPerson, locale, { name: person, known });
  }
  const { main } = analysis.dossier;
  const list = tasksOf(analysis, person);
  const calendar = stableKey(calendarIdentity(main.uri, main.parsed));
  const text = renderTasks({
    lists: [{ list, file: basename(fileURLToPath(main.uri)), calendar }],
    at: list.at,
    format,
    locale,
    // Whoever saves from the editor opens the file with a spreadsheet program, whose separator goes with the language.
    csv: spreadsheetCsv(locale),
    stamp: Date.parse(`${list.at}T00:00:00Z`),
  });
  throwIfCancelled(cancellation);
  await inWords(path, locale, () => writeText(path, text));
  return { path };
};
