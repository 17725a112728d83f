import { flatValue } from '../../../manifest/flat-values';
import { delayOf } from '../../../facts/known-facts';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'portabilite/delai',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Le délai de portabilité dépasse 15 jours.', en: 'The portability delay is more than 15 days.' },
    why: {
      fr: 'Les données sont dues dans les 15 jours calendaires qui suivent la demande du client.',
      en: 'The data are owed within 15 calendar days of the client’s request.',
    },
    avoid: 'portabilite:\n  delai_jours: 30',
    prefer: 'portabilite:\n  delai_jours: 15',
    source: {
      fr: 'Appel à financement §4.5, cité par la FAQ des industriels de l’ANS.',
      en: 'Call for financing §4.5, as quoted in the ANS FAQ for vendors.',
    },
    messages: {
      long: {
        fr: '{days, plural, one {# jour} other {# jours}} : le délai est de {limit} jours calendaires au plus.',
        en: '{days, plural, one {# day} other {# days}}: the delay is {limit} calendar days at most.',
      },
    },
  },
  dossier({ main }, report, { facts }) {
    const section = main.parsed.portability;
    const written = flatValue(section?.facts.values, 'delai_jours');
    const limit = delayOf(facts, 'portabilite').valeur;
    if (!section || !written || !/^\d{1,15}$/.test(written.value) || Number(written.value) <= limit) return;
    report(main.uri, shift(written.range, section.base), 'long', { days: written.value, limit });
  },
};
