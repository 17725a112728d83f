import type { Clock } from '../../core/ports/clock';

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `YYYY-MM-DD` of an instant in Europe/Paris, whatever the machine's time zone. */
export function parisDay(instant: Date): string {
  const parts = new Map(day.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** The machine's clock. */
export const parisClock: Clock = { today: () => parisDay(new Date()) };
