import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/financement-unique',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Deux commandes financées ont le même client.', en: 'Two financed orders have the same client.' },
    why: {
      fr: 'Un client n’a droit qu’à un financement par dispositif : l’ASP rejette le doublon et demande des comptes aux deux éditeurs.',
      en: 'A client is entitled to one financing for each dispositif: ASP rejects the duplicate and questions both publishers.',
    },
    avoid:
      'commandes:\n  - { client: A, finess: "750712184", signee_le: 2026-10-05, avance: {} }\n  - { client: A, finess: "750712184", signee_le: 2026-10-06, avance: {} }',
    prefer:
      'commandes:\n  - { client: A, finess: "750712184", signee_le: 2026-10-05, annulee_le: 2026-10-06, avance: {} }\n  - { client: A, finess: "750712184", signee_le: 2026-10-06, avance: {} }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      same: {
        fr: 'Le client {id} a déjà une commande financée ({other}) : un seul financement par client et par dispositif.',
        en: 'Client {id} already has a financed order ({other}): one financing for each client and dispositif.',
      },
    },
  },
  dossier({ main }, report) {
    const seen = new Map<string, string>();
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled || !(order.request('avance') ?? order.request('solde'))) continue;
      // Names are no identifiers: two surgeries may share one.
      const id = order.get('finess') ?? order.get('siret');
      if (!id) continue;
      const bare = id.value.replace(/\s/gu, '');
      const other = seen.get(bare);
      if (other !== undefined) report(main.uri, id.range, 'same', { id: bare, other });
      else seen.set(bare, order.label);
    }
  },
};
