import { currentDispositif } from '../catalogue/current-dispositif';
import type { JourneyDelay, JourneyDispositif, JourneySource } from '../manifest/journey';
import { journeyData } from '../manifest/journey-data.generated';

const delays = new Map(journeyData.delais.map((delay) => [delay.id, delay]));
const dispositifs = new Map(journeyData.dispositifs.map((dispositif) => [dispositif.id, dispositif]));
const sources = new Map(journeyData.sources.map((source) => [source.cle, source]));

/** @throws when the generated data has no such delay: the generator checks that it does */
export function delay(id: string): JourneyDelay {
  const found = delays.get(id);
  if (!found) throw new Error(`no delay ${id}`);
  return found;
}

export function journeyDispositif(id: string | undefined): JourneyDispositif | undefined {
  return id === undefined ? undefined : dispositifs.get(currentDispositif(id));
}

export function journeySource(key: string): JourneySource | undefined {
  return sources.get(key);
}

/** Calendar days of a delay counted in days or weeks; undefined for the other units. */
export function calendarDays({ valeur, unite }: JourneyDelay): number | undefined {
  if (unite === 'jours') return valeur;
  return unite === 'semaines' ? valeur * 7 : undefined;
}
