import type { Sentence } from '../../messages/say';
import type { Provenance } from '../../manifest/journey';
import { journeySource } from '../journey-index';
import type { KnownMilestone } from './plan-input';
import { confidenceWords } from './plan-words';

/** Where a shipped datum comes from, how sure it is and when it was checked. */
export function provenanceWords({ source, confiance, verifie_le: checked, note }: Provenance): Sentence {
  const from = source.map((key) => {
    const found = journeySource(key);
    return found ? `${found.libelle}${found.date === undefined ? '' : ` (${found.date})`}` : key;
  });
  const by = (locale: 'fr' | 'en') => {
    const parts = [confidenceWords[confiance][locale], ...from, checkedWords(checked)[locale]];
    return `${parts.join(' ; ')}${note ? `. ${note[locale]}` : ''}`;
  };
  return { fr: by('fr'), en: by('en') };
}

/** Whether somebody read a known milestone at its source, and when. */
export function checkWords({ origin, shipped, written }: KnownMilestone): Sentence {
  const on = origin === 'manifest' ? written?.checkedOn?.value : shipped?.verifie_le;
  return checkedWords(on);
}

/** @param on `YYYY-MM-DD`; null or undefined when nobody read it again at its source */
export function checkedWords(on: string | null | undefined): Sentence {
  return on ? { fr: `vérifié le ${on}`, en: `checked on ${on}` } : { fr: 'non vérifié', en: 'not checked' };
}

/** The same for a milestone as it counts: the user's own date, a shipped one, or none. */
export function milestoneWords({ origin, shipped, written }: KnownMilestone): Sentence {
  if (origin === 'unknown') {
    return shipped
      ? provenanceWords(shipped)
      : { fr: 'date inconnue : voir le DSR et l’appel à financement', en: 'unknown: see the DSR and the call' };
  }
  if (origin === 'shipped') return shipped ? provenanceWords(shipped) : { fr: '', en: '' };
  const from = written?.source?.value;
  const checked = written?.checkedOn?.value;
  const fr = ['date du dossier', from, checked === undefined ? 'non vérifiée' : `vérifiée le ${checked}`];
  const en = ['date of the dossier', from, checked === undefined ? 'not checked' : `checked on ${checked}`];
  const join = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ; ');
  return { fr: join(fr), en: join(en) };
}
