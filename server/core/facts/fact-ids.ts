import type { JourneyDelay, JourneyMilestone } from '../manifest/journey';

/** Id of a date of a dispositif: `MDV-LGC-Va2/avance`. */
export function milestoneId(dispositif: string, milestone: string): string {
  return `${dispositif}/${milestone}`;
}

/** `delai/eligibilite_ans` */
export function delayId(id: string): string {
  return `delai/${id}`;
}

/** `source/roadmap` */
export function sourceId(key: string): string {
  return `source/${key}`;
}

/** `catalogue/squash_va1` */
export function catalogueSourceId(key: string): string {
  return `catalogue/${key}`;
}

/** `dispositif/SFP-LGC-Va2` */
export function dispositifId(id: string): string {
  return `dispositif/${id}`;
}

/** `2026-12-16`, `2026-12-16 14:00`; undefined where the date is unknown. */
export function milestoneValue({ date, heure }: Pick<JourneyMilestone, 'date' | 'heure'>): string | undefined {
  if (date === null) return undefined;
  return heure === undefined ? date : `${date} ${heure}`;
}

/** `6 semaines` */
export function delayValue({ valeur, unite }: Pick<JourneyDelay, 'valeur' | 'unite'>): string {
  return `${valeur} ${unite}`;
}
