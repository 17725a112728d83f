import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/va',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La VA n’est pas signée, ou plusieurs VA ne sont pas réunies en un seul PDF.',
      en: 'The VA is not signed, or several VAs are not put together in one PDF.',
    },
    why: {
      fr: 'Chaque site signe sa VA, et un seul PDF les réunit toutes : une VA non signée n’est pas conforme.',
      en: 'Each site signs its VA, and a single PDF holds all of them: an unsigned VA is not compliant.',
    },
    avoid: 'solde: { va_signee: non, pieces: { va: [va/site-1.pdf, va/site-2.pdf] } }',
    prefer: 'solde: { va_signee: oui, pieces: { va: [va/tous-les-sites.pdf] } }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      unsigned: {
        fr: 'La VA doit être signée par tous les sites avant le dépôt.',
        en: 'The VA must be signed by every site before it is filed.',
      },
      several: {
        fr: 'Une demande ne porte qu’un PDF : réunissez les VA de tous les sites en un seul fichier.',
        en: 'A request holds one PDF only: put the VAs of every site together in one file.',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled) continue;
      const signed = order.get('solde.va_signee');
      if (signed?.value === 'non') report(main.uri, signed.range, 'unsigned');
      const [first, ...more] = order.all('solde.pieces.va');
      for (const each of more) if (each.value !== first?.value) report(main.uri, each.range, 'several');
    }
  },
};
