import { didYouMean } from '../../../fixes/replace';
import { aspState, aspStates } from '../../../manifest/known-states';
import { writtenOrders } from '../../../parcours/orders';
import { clip } from '../../clip';
import type { Rule } from '../../rule';
import { suggest } from '../../suggestions';

export const rule: Rule = {
  meta: {
    id: 'financement/etat-inconnu',
    defaultSeverity: 'warning',
    fixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le statut d’une demande à l’ASP n’est pas de ceux que l’on connaît.',
      en: 'The status of a request at ASP is none of the known ones.',
    },
    why: {
      fr: 'Un statut que l’outil ne sait pas lire ne compte pour aucun : ni « payée », ni « à modifier ».',
      en: 'A status that the tool cannot read counts as none: neither “paid” nor “to be changed”.',
    },
    avoid: 'avance: { etat: en cours de virement }',
    prefer: 'avance: { etat: Décidée et payée }',
    source: { fr: 'Foire aux questions du portail de l’ASP.', en: 'FAQ of the ASP portal.' },
    messages: {
      unknown: {
        fr: 'Le statut « {state} » n’est pas connu et ne compte pas. Écrivez celui de l’ASP : {states}.',
        en: 'Status “{state}” is not known and does not count. Write that of ASP: {states}.',
      },
      unknownClose: {
        fr: 'Le statut « {state} » n’est pas connu et ne compte pas. Vouliez-vous dire « {closest} » ? Statuts de l’ASP : {states}.',
        en: 'Status “{state}” is not known and does not count. Did you mean “{closest}”? Statuses of ASP: {states}.',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      for (const kind of ['avance', 'solde'] as const) {
        const written = order.get(`${kind}.etat`);
        if (!written || written.value.trim() === '' || aspState(written.value) !== undefined) continue;
        const near = suggest('unknown', written.value, aspStates);
        const args = { state: clip(written.value, 40), states: aspStates.join(', '), ...near.args };
        report(main.uri, written.range, near.message, args, near.more);
      }
    }
  },
  fixes: didYouMean,
};
