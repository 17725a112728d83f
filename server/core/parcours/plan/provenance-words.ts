import { semicolon } from '../../../../words/separators';
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
    return `${parts.join(semicolon[locale])}${note ? `. ${note[locale]}` : ''}`;
  };
  return { fr: by('fr'), en: by('en') };
}

/** The data package that gave a fact in the place of what ships. */
export function packageWords({ origine, version }: PackageName): Sentence {
  return { fr: `données « ${origine} », version ${version}`, en: `data “${origine}”, version ${version}` };
}

/** Whether somebody read a known milestone at its source, and when. */
export function checkWords(milestone: KnownMilestone): Sentence {
  if (milestone.origin === 'manifest') return checkedWords(milestone.written.checkedOn?.value);
  return milestone.shipped ? checkOf(milestone.shipped) : checkedWords(undefined);
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
export function milestoneWords(milestone: KnownMilestone, facts: KnownFacts): Sentence {
  if (milestone.origin !== 'manifest') {
    return milestone.shipped
      ? provenanceWords(milestone.shipped, facts)
      : { fr: 'date inconnue : voir le DSR et l’appel à financement', en: 'unknown: see the DSR and the call' };
  }
  const from = milestone.written.source?.value;
  const checked = milestone.written.checkedOn?.value;
  const fr = ['date du dossier', from, checked === undefined ? 'non vérifiée' : `vérifiée le ${checked}`];
  const en = ['date of the dossier', from, checked === undefined ? 'not checked' : `checked on ${checked}`];
  const said = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined);
  return { fr: said(fr).join(semicolon.fr), en: said(en).join(semicolon.en) };
}
