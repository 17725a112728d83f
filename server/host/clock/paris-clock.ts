import type { Clock } from '../../core/ports/clock';

let days: Intl.DateTimeFormat | undefined;

/** `YYYY-MM-DD` of an instant in Europe/Paris, whatever the machine's time zone. */
export function parisDay(instant: Date): string {
  return sameDayEverywhere(instant) ?? writtenDay(instant);
}

/**
 * The day, where no offset that Paris has had or may have tells another: it is never behind UTC, and at most two hours ahead.
 * Loading the time zones takes as long as reading a dossier.
 */
function sameDayEverywhere(instant: Date): string | undefined {
  const year = instant.getUTCFullYear();
  return instant.getUTCHours() < 22 && year >= 1000 && year <= 9999 ? instant.toISOString().slice(0, 10) : undefined;
}

function writtenDay(instant: Date): string {
  days ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(days.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** The machine's clock. */
export const parisClock: Clock = { today: () => parisDay(new Date()) };
