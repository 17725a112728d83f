import type { Sentence } from '../../messages/say';
import type { PackageName, Provenance } from '../../manifest/journey';
import type { KnownFacts } from '../../facts/known-facts';
import type { KnownMilestone } from './plan-input';
import { confidenceWords } from './plan-words';

/** Where a shipped datum comes from, how sure it is and when it was checked. */
export function provenanceWords(
  { source, confiance, verifie_le: checked, note, paquet }: Provenance,
  facts: KnownFacts,
): Sentence {
  const from = source.map((key) => {
    const found = facts.sources.get(key);
    return found ? `${found.libelle}${found.date === undefined ? '' : ` (${found.date})`}` : key;
  });
  const by = (locale: 'fr' | 'en') => {
    const given = paquet ? [packageWords(paquet)[locale]] : [];
    const parts = [confidenceWords[confiance][locale], ...from, ...given, checkedWords(checked)[locale]];
    return `${parts.join(' ; ')}${note ? `. ${note[locale]}` : ''}`;
  };
  return { fr: by('fr'), en: by('en') };
}

/** The data package that gave a fact in the place of what ships. */
export function packageWords({ origine, version }: PackageName): Sentence {
  return { fr: `données « ${origine} », version ${version}`, en: `data “${origine}”, version ${version}` };
}

/** Whether somebody read a known milestone at its source, and when. */
export function checkWords({ origin, shipped, written }: KnownMilestone): Sentence {
  return origin === 'manifest' || !shipped ? checkedWords(written?.checkedOn?.value) : checkOf(shipped);
}

/** The same for any fact, with the data package that gave it. */
export function checkOf({ verifie_le: on, paquet }: Pick<Provenance, 'verifie_le' | 'paquet'>): Sentence {
  const checked = checkedWords(on);
  if (!paquet) return checked;
  const given = packageWords(paquet);
  return { fr: `${given.fr} ; ${checked.fr}`, en: `${given.en}; ${checked.en}` };
}

/** @param on `YYYY-MM-DD`; null or undefined when nobody read it again at its source */
export function checkedWords(on: string | null | undefined): Sentence {
  return on ? { fr: `vérifié le ${on}`, en: `checked on ${on}` } : { fr: 'non vérifié', en: 'not checked' };
}

/** The same for a milestone as it counts: the user's own date, a shipped one, or none. */
export function milestoneWords({ origin, shipped, written }: KnownMilestone, facts: KnownFacts): Sentence {
  if (origin === 'unknown') {
    return shipped
      ? provenanceWords(shipped, facts)
      : { fr: 'date inconnue : voir le DSR et l’appel à financement', en: 'unknown: see the DSR and the call' };
  }
  if (origin === 'shipped') return shipped ? provenanceWords(shipped, facts) : { fr: '', en: '' };
  const from = written?.source?.value;
  const checked = written?.checkedOn?.value;
  const fr = ['date du dossier', from, checked === undefined ? 'non vérifiée' : `vérifiée le ${checked}`];
  const en = ['date of the dossier', from, checked === undefined ? 'not checked' : `checked on ${checked}`];
  const join = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' ; ');
  return { fr: join(fr), en: join(en) };
}
