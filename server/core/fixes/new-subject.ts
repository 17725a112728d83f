import { siretFault, type SiretFault } from '../identifiers/siret';
import { isCalendarDate } from '../time/calendar-date';

/** Who files what and when, as far as it is known: an unknown one is a key to be filled in. */
export interface NewSubject {
  readonly vendor?: string;
  /** 14 digits. */
  readonly siret?: string;
  readonly software?: string;
  readonly version?: string;
  /** `YYYY-MM-DD` */
  readonly versionDate?: string;
  /** `YYYY-MM-DD` */
  readonly plannedFiling?: string;
}

/** What a dossier would be wrong with from its first day. */
export type SubjectFault =
  | { readonly kind: 'siret'; readonly value: string; readonly fault: SiretFault }
  | { readonly kind: 'date'; readonly value: string };

/** The planned filing, where it is over already: deadlines would be counted from a day that nobody files on. */
export function pastFiling({ plannedFiling }: NewSubject, today: string): string | undefined {
  return plannedFiling !== undefined && isCalendarDate(plannedFiling) && plannedFiling < today
    ? plannedFiling
    : undefined;
}

/**
 * What a person said of the subject, as the manifest says it: without spaces around it, a SIRET without those that group its
 * digits, nothing for what was left empty.
 */
export function readSubject(said: NewSubject): {
  readonly subject: NewSubject;
  readonly faults: { readonly [Key in keyof NewSubject]?: SubjectFault };
} {
  const subject: Partial<Record<keyof NewSubject, string>> = {};
  for (const key of ['vendor', 'siret', 'software', 'version', 'versionDate', 'plannedFiling'] as const) {
    const text = key === 'siret' ? said.siret?.replace(/[\s.]/gu, '') : said[key]?.trim();
    if (text !== undefined && text !== '') subject[key] = text;
  }
  const siret = subject.siret === undefined ? undefined : siretFault(subject.siret);
  const date = (key: 'versionDate' | 'plannedFiling') => {
    const value = subject[key];
    return value === undefined || isCalendarDate(value) ? {} : { [key]: { kind: 'date', value } };
  };
  return {
    subject,
    faults: {
      ...(siret === undefined ? {} : { siret: { kind: 'siret', value: subject.siret ?? '', fault: siret } }),
      ...date('versionDate'),
      ...date('plannedFiling'),
    },
  };
}
