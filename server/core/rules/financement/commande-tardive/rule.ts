import { planOn } from '../../../parcours/plan/make-plan';
import { dateText, momentText } from '../../../time/moment';
import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/commande-tardive',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une commande est signée après la clôture des demandes d’avance.',
      en: 'An order was signed after the closing of advance requests.',
    },
    why: {
      fr: 'Aucune commande postérieure à la clôture des demandes d’avance n’est financée.',
      en: 'No order signed after the closing of advance requests is financed.',
    },
    avoid: 'dossier: { dispositif: IMG-DB-Va2 }\ncommandes:\n  - { client: Cabinet Exemple, signee_le: 2026-11-12 }',
    prefer: 'dossier: { dispositif: IMG-DB-Va2 }\ncommandes:\n  - { client: Cabinet Exemple, signee_le: 2026-11-02 }',
    source: {
      fr: 'Appel à financement §4.4, repris par la FAQ de l’ANS : commandes signées avant le référencement.',
      en: 'Call for financing §4.4, as the ANS FAQ has it: orders signed before the referencing.',
    },
    messages: {
      late: {
        fr: 'La commande de {client}, signée le {signed}, vient après la clôture des demandes d’avance, le {at}.',
        en: 'The order of {client}, signed on {signed}, comes after the closing of advance requests, {at}.',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const plan = planOn(main.parsed, today, facts);
    const closing = plan?.input.milestones.get('avance')?.at;
    if (!plan || !closing) return;
    const { origin, shipped } = plan.input.milestones.get('avance') ?? {};
    // A date that was only concluded, or told by a third party, is a hint.
    const severity = origin === 'shipped' && shipped?.confiance !== 'vu' ? { severity: 'info' as const } : {};
    const written = writtenOrders(main.parsed);
    for (const { order, verdict } of plan.orders) {
      const range = written[order.index]?.signedOn?.range;
      if (!range || verdict !== 'afterAdvance') continue;
      const args = { client: order.client, signed: dateText(order.signedOn), at: momentText(closing) };
      report(main.uri, range, 'late', args, severity);
    }
  },
};
