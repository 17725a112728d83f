import { delayOf } from '../../../facts/known-facts';
import { planOn } from '../../../parcours/plan/make-plan';
import { addMonths, dateText } from '../../../time/moment';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/commercialisation',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La version référencée n’est pas commercialisée dans les deux mois.',
      en: 'The referenced version is not on sale within two months.',
    },
    why: {
      fr: 'La convention oblige à commercialiser la version référencée au plus tard deux mois après son entrée en vigueur.',
      en: 'The convention obliges to sell the referenced version within two months of its entry into force.',
    },
    avoid: 'parcours:\n  commercialisee_le: 2026-10-01\n  etapes:\n    referencement: { etat: faite, fin: 2026-07-10 }',
    prefer:
      'parcours:\n  commercialisee_le: 2026-09-01\n  etapes:\n    referencement: { etat: faite, fin: 2026-07-10 }',
    source: {
      fr: 'Portail industriels de l’ANS : convention de référencement.',
      en: 'ANS portal for vendors: referencing convention.',
    },
    messages: {
      late: {
        fr: 'La commercialisation, le {on}, vient après le délai de deux mois, qui finit le {limit}.',
        en: 'The sale, on {on}, comes after the two months, which end on {limit}.',
      },
      missing: {
        fr: 'Le délai de deux mois pour commercialiser a fini le {limit}, et parcours.commercialisee_le n’est pas renseigné.',
        en: 'The two months to put on sale ended on {limit}, and parcours.commercialisee_le is not given.',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const plan = planOn(main.parsed, today, facts);
    const journey = main.parsed.journey;
    const referencing = plan?.input.steps.get('referencement');
    if (!plan || !journey || referencing?.state !== 'faite' || !referencing.doneOn) return;
    const limit = addMonths(referencing.doneOn, delayOf(facts, 'commercialisation').valeur);
    const { marketedOn, now } = plan.input;
    if (marketedOn && journey.facts.marketedOn) {
      if (marketedOn.day <= limit.day) return;
      const range = shift(journey.facts.marketedOn.range, journey.base);
      report(main.uri, range, 'late', { on: dateText(marketedOn), limit: dateText(limit) });
    } else if (now.day > limit.day) {
      const range = shift(referencing.facts.doneOn?.range ?? referencing.facts.key, journey.base);
      report(main.uri, range, 'missing', { limit: dateText(limit) });
    }
  },
};
