import { amountText } from '../../../parcours/asp/amount';
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
        fr: 'Le montant du solde ({balance}) dépasse celui de l’avance ({advance}), ce que l’ASP refuse. Les deux sont le montant entier de la part « Prestation Ségur », et non les fractions versées : écrivez dans l’avance et dans le solde cette part telle qu’elle est sur la facture à 100 %.',
        en: 'The amount of the balance ({balance}) is above that of the advance ({advance}), which ASP refuses. Both are the whole amount of the “Prestation Ségur” part, not the fractions that are paid: write in advance and balance that part as it is on the invoice at 100 %.',
      },
      fractions: {
        fr: 'L’avance ({advance}) et le solde ({balance}) sont les 30 % et les 70 % de {total}. Les deux sont le montant entier de la part « Prestation Ségur », et non les fractions versées : écrivez {total} dans l’avance et dans le solde.',
        en: 'Advance ({advance}) and balance ({balance}) are the 30 % and the 70 % of {total}. Both are the whole amount of the “Prestation Ségur” part, not the fractions that are paid: write {total} in advance and balance.',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled) continue;
      for (const key of ['montant_ht', 'montant_ttc']) {
        const advance = order.amount(`avance.${key}`);
        const balance = order.amount(`solde.${key}`);
        if (!advance || !balance || balance.cents <= advance.cents) continue;
        const args = { balance: balance.text, advance: advance.text };
        const total = advance.cents + balance.cents;
        // Each of the two may have been rounded to the cent.
        if (Math.abs(advance.cents - total * 0.3) <= 1)
          report(main.uri, balance.range, 'fractions', { ...args, total: amountText(total) });
        else report(main.uri, balance.range, 'above', args);
      }
    }
  },
};
