import { paidState } from '../../../manifest/known-states';
import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/avance-non-payee',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le solde est demandé avant que l’avance soit décidée et payée.',
      en: 'The balance is asked for before the advance is decided and paid.',
    },
    why: {
      fr: 'L’ASP refuse le solde tant que la dernière avance n’est pas « Décidée et payée ».',
      en: 'ASP refuses the balance as long as the latest advance is not “Décidée et payée”.',
    },
    avoid: 'avance: { etat: Validée }\nsolde: { deposee_le: 2026-10-01 }',
    prefer: 'avance: { etat: Décidée et payée }\nsolde: { deposee_le: 2026-10-01 }',
    source: { fr: 'Foire aux questions du portail de l’ASP.', en: 'FAQ of the ASP portal.' },
    messages: {
      unpaid: {
        fr: 'L’avance est au statut « {state} » : l’ASP refuse le solde tant qu’elle n’est pas « Décidée et payée ».',
        en: 'The advance has status “{state}”: ASP refuses the balance as long as it is not “Décidée et payée”.',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      // Words that are not known say nothing: financement/etat-inconnu speaks of them.
      const state = order.state('avance');
      const filed = order.get('solde.deposee_le') ?? order.get('solde.etat');
      if (order.cancelled || state === undefined || !filed || state === paidState) continue;
      if (order.isSettled('solde')) continue;
      report(main.uri, filed.range, 'unpaid', { state });
    }
  },
};
