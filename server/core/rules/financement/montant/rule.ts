import { cents } from '../../../parcours/asp/amount';
import { writtenOrders } from '../../../parcours/orders';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/montant',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le montant d’une demande est nul, illisible ou au-dessus du plafond.',
      en: 'The amount of a request is zero, unreadable or above the ceiling.',
    },
    why: {
      fr: 'L’ASP rejette une facture de zéro et un montant HT au-dessus du plafond réglementaire.',
      en: 'ASP rejects an invoice of zero and an amount above the regulatory ceiling.',
    },
    avoid: 'solde: { montant_ht: 0 }',
    prefer: 'solde: { montant_ht: 1250,00 }',
    source: {
      fr: 'FAQ des industriels de l’ANS : motifs de rejet par l’ASP.',
      en: 'ANS FAQ for vendors: why ASP rejects requests.',
    },
    messages: {
      zero: { fr: 'Le montant est nul : l’ASP le rejette.', en: 'The amount is zero: ASP rejects it.' },
      negative: { fr: 'Le montant est négatif.', en: 'The amount is negative.' },
      unreadable: {
        fr: '« {text} » n’est pas un montant : deux décimales au plus, comme 1234,56.',
        en: '“{text}” is no amount: two decimals at most, such as 1234.56.',
      },
      ceiling: {
        fr: 'Le montant HT {text} dépasse le plafond HT {ceiling}.',
        en: 'Amount {text} without VAT is above the ceiling {ceiling}.',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled) continue;
      const ceiling = order.amount('plafond_ht');
      for (const key of [
        'avance.montant_ht',
        'avance.montant_ttc',
        'solde.montant_ht',
        'solde.montant_ttc',
        'plafond_ht',
      ]) {
        const written = order.get(key);
        if (!written) continue;
        const value = cents(written.value);
        const text = clip(written.value, 40);
        if (value === undefined) report(main.uri, written.range, 'unreadable', { text });
        else if (value === 0) report(main.uri, written.range, 'zero');
        else if (value < 0) report(main.uri, written.range, 'negative');
        else if (key.endsWith('montant_ht') && ceiling && ceiling.cents > 0 && value > ceiling.cents)
          report(main.uri, written.range, 'ceiling', { text, ceiling: ceiling.text });
      }
    }
  },
};
