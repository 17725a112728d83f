import { colon } from '../../../../words/separators';
import type { Locale } from '../../messages/say';
import type { CalendarEvent } from '../../parcours/calendar/calendar-file';
import { statusWords } from '../../status/status-words';
import { moment } from '../../time/moment';
import type { TaskList } from './task-list';
import { expectedText } from './task-words';

/**
 * The day of each task that has one, those that are over too: importing the calendar again moves what was put off.
 * @param calendar tells the dossier's events from those of others, in every export: letters, digits and hyphens
 */
export function taskEvents({ dossier, tasks }: TaskList, calendar: string, locale: Locale): CalendarEvent[] {
  return tasks.flatMap((task) => {
    const { follow, key, proof, scenario, status } = task;
    const at = follow.due === undefined ? undefined : moment(follow.due);
    if (!at) return [];
    const who = follow.responsible === undefined ? '' : `${follow.responsible}${colon[locale]}`;
    const state = [statusWords[status][locale], follow.work].filter((one) => one !== undefined).join(', ');
    return [
      {
        uid: `preuve-${key}@${calendar}.segur-preuves.invalid`,
        at,
        summary: `${who}${proof}`,
        description: [dossier, scenario, expectedText(task, locale), state].filter(Boolean).join('\n'),
      },
    ];
  });
}
