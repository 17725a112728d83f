import { missingAdministrative } from '../../../parcours/expected-pieces';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'administratif/dossier-incomplet',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Il manque un champ ou une pièce au dossier administratif.',
      en: 'The administrative file lacks a field or a document.',
    },
    why: {
      fr: 'L’ANS ne prononce l’éligibilité que sur un dossier administratif complet.',
      en: 'ANS confirms eligibility on a complete administrative file only.',
    },
    avoid: 'parcours:\n  etapes:\n    eligibilite: { etat: en cours }\nediteur: { denomination: Éditeur Exemple }',
    prefer:
      'parcours:\n  etapes:\n    eligibilite: { etat: en cours }\nediteur: { denomination: Éditeur Exemple, siret: "73282932000074", nie: "…" }\nlogiciel: { nom: MonCabinet, version: 12.4.0, nil: "…" }\nadministratif:\n  responsable_legal: { nom: A. Martin }\n  compte_isc: editeur-exemple\n  charte: { acceptee_le: 2026-02-01 }\n  preuve_depot_cnda: cnda/depot.png',
    source: {
      fr: 'GNIUS, ma roadmap (vague 1) ; procédure de référencement de vague 2. La liste du DSR fait foi.',
      en: 'GNIUS roadmap (wave 1); referencing procedure of wave 2. The list in the DSR is the one that counts.',
    },
    messages: {
      missing: {
        fr: 'Candidature en cours : il manque {count, plural, one {# élément} other {# éléments}} au dossier administratif, au vu de ce qui en est connu : {listFr}.',
        en: 'Application under way: the administrative file lacks {count, plural, one {# item} other {# items}}, as far as it is known: {listEn}.',
      },
    },
  },
  dossier({ main }, report) {
    const journey = main.parsed.journey;
    const step = journey?.facts.steps.find(({ id }) => id === 'eligibilite');
    if (!journey || step?.state?.value !== 'en cours') return;
    const missing = missingAdministrative(main.parsed);
    if (missing.length === 0) return;
    const list = (locale: 'fr' | 'en') => missing.map(({ libelle }) => libelle[locale]).join(', ');
    const args = { count: missing.length, listFr: list('fr'), listEn: list('en') };
    report(main.uri, shift(step.state.range, journey.base), 'missing', args);
  },
};
