import type { JourneyDelay } from '../manifest/journey';

/** Calendar days of a delay counted in days or weeks; undefined for the other units. */
export function calendarDays({ valeur, unite }: JourneyDelay): number | undefined {
  if (unite === 'jours') return valeur;
  return unite === 'semaines' ? valeur * 7 : undefined;
}
