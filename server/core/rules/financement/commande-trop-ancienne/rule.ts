import { planOn } from '../../../parcours/plan/make-plan';
import { dateText } from '../../../time/moment';
import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/commande-trop-ancienne',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une commande est trop ancienne pour le dossier de preuves complet.',
      en: 'An order is too old for the complete proof file.',
    },
    why: {
      fr: 'Une commande signée plus de 120 jours calendaires avant le dépôt du dossier complet n’est pas financée.',
      en: 'An order signed more than 120 calendar days before the complete file is not financed.',
    },
    avoid: 'dossier: { depot_vise: 2026-12-15 }\ncommandes:\n  - { client: Cabinet Exemple, signee_le: 2026-08-01 }',
    prefer: 'dossier: { depot_vise: 2026-12-15 }\ncommandes:\n  - { client: Cabinet Exemple, signee_le: 2026-09-01 }',
    source: {
      fr: 'Appel à financement §4.4, repris par la FAQ de l’ANS : commandes signées avant le référencement.',
      en: 'Call for financing §4.4, as the ANS FAQ has it: orders signed before the referencing.',
    },
    messages: {
      tooOld: {
        fr: 'La commande de {client}, signée le {signed}, est trop ancienne : le dossier complet du {file} n’admet que les commandes signées depuis le {oldest}.',
        en: 'The order of {client}, signed on {signed}, is too old: the complete file of {file} admits only orders signed since {oldest}.',
      },
      expired: {
        fr: 'La commande de {client}, signée le {signed}, demandait un dossier complet au plus tard le {last}. Prévenez le client et faites-la signer de nouveau.',
        en: 'The order of {client}, signed on {signed}, called for a complete file by {last}. Tell the client and have it signed again.',
      },
    },
  },
  dossier({ main }, report, { today, facts }) {
    const plan = planOn(main.parsed, today, facts);
    if (!plan) return;
    const written = writtenOrders(main.parsed);
    for (const { order, lastDay, verdict } of plan.orders) {
      const range = written[order.index]?.signedOn?.range;
      if (!range || (verdict !== 'tooOld' && verdict !== 'expired')) continue;
      const args = { client: order.client, signed: dateText(order.signedOn), last: dateText(lastDay) };
      if (verdict === 'expired') report(main.uri, range, 'expired', args);
      else if (plan.completeFile && plan.oldestAdmissibleOrder) {
        const file = { file: dateText(plan.completeFile.on), oldest: dateText(plan.oldestAdmissibleOrder) };
        report(main.uri, range, 'tooOld', { client: args.client, signed: args.signed, ...file });
      }
    }
  },
};
