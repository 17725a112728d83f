import { lacksVatCertificate } from '../../../parcours/expected-pieces';
import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/attestation-tva',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La TVA est « HT » sans attestation de non-assujettissement.',
      en: 'VAT is “HT” without a certificate of non-liability.',
    },
    why: {
      fr: 'Pour un client non assujetti, l’ASP demande l’attestation de la DGFIP, de la DRFIP ou de la DDFIP.',
      en: 'For a client who is not liable, ASP asks for the certificate of the tax office.',
    },
    avoid: 'tva: HT\navance: { pieces: { bon_de_commande: bdc.pdf } }',
    prefer: 'tva: HT\navance: { pieces: { bon_de_commande: bdc.pdf, attestation_tva: dgfip.pdf } }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      missing: {
        fr: 'TVA « HT » : la demande {kindFr} doit porter une attestation de non-assujettissement (attestation_tva).',
        en: 'VAT “HT”: the {kindEn} request must hold a certificate of non-liability (attestation_tva).',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      const rate = order.get('tva');
      if (order.cancelled || !rate) continue;
      for (const kind of ['avance', 'solde'] as const) {
        if (!order.request(kind) || !lacksVatCertificate(order, kind)) continue;
        const names = kind === 'avance' ? ['d’avance', 'advance'] : ['de solde', 'balance'];
        report(
          main.uri,
          rate.range,
          'missing',
          { kindFr: names[0] ?? '', kindEn: names[1] ?? '' },
          { data: { request: kind } },
        );
      }
    }
  },
};
