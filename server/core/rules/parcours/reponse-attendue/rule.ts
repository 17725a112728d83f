import { moment } from '../../../time/moment';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'parcours/reponse-attendue',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Une question de l’ANS attend une réponse.', en: 'A question of ANS waits for an answer.' },
    why: {
      fr: 'L’ANS conseille de répondre dans les 24 heures : le temps des échanges s’ajoute à ses délais.',
      en: 'ANS advises to answer within 24 hours: the time of exchanges comes on top of its delays.',
    },
    avoid: 'parcours:\n  echanges:\n    - { recu_le: 2026-06-01, objet: INS }',
    prefer: 'parcours:\n  echanges:\n    - { recu_le: 2026-06-01, repondu_le: 2026-06-02, objet: INS }',
    source: {
      fr: 'GNIUS, ma roadmap référencement et financement Ségur.',
      en: 'GNIUS roadmap of the Ségur referencing and financing.',
    },
    messages: {
      waiting: {
        fr: 'La question de l’ANS du {on} attend une réponse depuis {days, plural, one {# jour} other {# jours}} (24 heures conseillées).',
        en: 'The question of ANS of {on} has waited {days, plural, one {# day} other {# days}} for an answer (24 hours advised).',
      },
    },
  },
  dossier({ main }, report, { today }) {
    const journey = main.parsed.journey;
    const now = moment(today);
    if (!journey || !now) return;
    for (const { receivedOn, answeredOn } of journey.facts.exchanges) {
      const received = receivedOn && moment(receivedOn.value);
      if (!received || answeredOn || now.day - received.day <= 1) continue;
      const args = { on: receivedOn.value, days: now.day - received.day };
      report(main.uri, shift(receivedOn.range, journey.base), 'waiting', args);
    }
  },
};
