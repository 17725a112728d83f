import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/solde-superieur',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le montant du solde dépasse celui de l’avance.',
      en: 'The amount of the balance is above that of the advance.',
    },
    why: {
      fr: 'La part « Prestation Ségur » de la demande de solde ne peut dépasser celle de la demande d’avance : l’ASP la rejette.',
      en: 'The “Prestation Ségur” part of the balance request may not be above that of the advance request: ASP rejects it.',
    },
    avoid: 'avance: { montant_ht: 1000,00 }\nsolde: { montant_ht: 1200,00 }',
    prefer: 'avance: { montant_ht: 1000,00 }\nsolde: { montant_ht: 1000,00 }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      above: {
        fr: 'Le montant du solde ({balance}) dépasse celui de l’avance ({advance}).',
        en: 'The amount of the balance ({balance}) is above that of the advance ({advance}).',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled) continue;
      for (const key of ['montant_ht', 'montant_ttc']) {
        const advance = order.amount(`avance.${key}`);
        const balance = order.amount(`solde.${key}`);
        if (advance && balance && balance.cents > advance.cents)
          report(main.uri, balance.range, 'above', { balance: balance.text, advance: advance.text });
      }
    }
  },
};
