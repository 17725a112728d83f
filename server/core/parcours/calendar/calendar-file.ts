import { say, type Locale, type Sentence } from '../../messages/say';
import type { Plan } from '../plan/make-plan';
import { withoutHidden } from '../../text/hidden-characters';
import { dateText, type Moment } from '../../time/moment';
import { parisInstant } from '../../time/paris-time';
import { isOver } from '../plan/plan';
import { milestoneWords } from '../plan/provenance-words';

const words = {
  deadline: { fr: '{name} : {label}', en: '{name}: {label}' },
  begin: { fr: '{name} : au plus tard, commencer « {step} »', en: '{name}: begin at the latest “{step}”' },
  optimistic: {
    fr: ' Des durées sont inconnues : commencez plus tôt.',
    en: ' Some durations are unknown: begin earlier.',
  },
} satisfies Record<string, Sentence>;

/** What is put into a calendar. */
export interface CalendarEvent {
  /** The same in every export of the dossier: calendars then update it. */
  readonly uid: string;
  readonly at: Moment;
  readonly summary: string;
  readonly description: string;
}

/**
 * What is ahead: deadlines, and the last useful day to begin each step that is left.
 * @param file of the dossier, which stands for its name where it has none
 * @param calendar tells the dossier's events from those of others, in every export
 */
export function calendarEvents(plan: Plan, file: string, calendar: string, locale: Locale): CalendarEvent[] {
  const name = plan.input.dispositif ?? file;
  const domain = `${slug(calendar)}.segur-preuves.invalid`;
  const events: CalendarEvent[] = [];
  for (const { id, at, state, label, milestone } of plan.deadlines) {
    if (!at || state !== 'ahead') continue;
    const description = milestone ? milestoneWords(milestone, plan.input.known)[locale] : '';
    events.push({
      uid: `${slug(id)}@${domain}`,
      at,
      summary: say(words.deadline, locale, { name, label: label[locale] }),
      description,
    });
  }
  for (const { step, state, latestStart, optimistic } of plan.steps) {
    if (!latestStart || isOver(state) || state === 'en cours' || latestStart.day < plan.input.now.day) continue;
    const note = optimistic ? words.optimistic[locale] : '';
    events.push({
      uid: `etape-${slug(step.id)}@${domain}`,
      at: { day: latestStart.day },
      summary: say(words.begin, locale, { name, step: step.libelle[locale] }),
      description: `${step.action[locale]}${note}`,
    });
  }
  return events;
}

/**
 * An iCalendar file (RFC 5545). Hours are written in UTC, so that no reader needs to know the rules of Paris time; a day
 * without hour is a whole day.
 * @param stamp instant of the export, milliseconds since 1970-01-01 UTC
 * @param about what calendar programs show of it as a whole
 */
export function calendarFile(events: readonly CalendarEvent[], stamp: number, about?: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//segur-preuves//parcours//FR',
    'CALSCALE:GREGORIAN',
    ...(about === undefined ? [] : [`X-WR-CALDESC:${escape(about)}`]),
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines({ uid, at, summary, description }: CalendarEvent, stamp: number): string[] {
  const start =
    at.minute === undefined
      ? [`DTSTART;VALUE=DATE:${compactDate(at)}`, `DTEND;VALUE=DATE:${compactDate({ day: at.day + 1 })}`]
      : [`DTSTART:${utc(parisInstant(at))}`];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    ...start,
    `SUMMARY:${escape(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escape(description)}`]),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P7D',
    `DESCRIPTION:${escape(summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

const compactDate = (at: Moment): string => dateText(at).replaceAll('-', '');
const utc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

function escape(text: string): string {
  return withoutHidden(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines hold 75 bytes at most; what follows begins with a space. A character is never cut. */
function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\w.-]+/g, '-')
    .toLowerCase();
}
