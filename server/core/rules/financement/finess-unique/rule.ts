import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/finess-unique',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une demande de solde porte plusieurs FINESS.',
      en: 'A balance request holds several FINESS numbers.',
    },
    why: {
      fr: 'Un seul FINESS est admis, celui que les contrôles a posteriori retrouveront dans les appels à INSi.',
      en: 'One FINESS only is accepted, the one that later checks will find in the calls to INSi.',
    },
    avoid: 'solde: { finess: ["750712184", "750100125"] }',
    prefer: 'solde: { finess: ["750712184"] }',
    source: { fr: 'FAQ des industriels de l’ANS.', en: 'ANS FAQ for vendors.' },
    messages: {
      several: {
        fr: 'Un seul FINESS est admis : gardez celui du certificat logiciel, ou celui que le logiciel envoie avec une CPx.',
        en: 'One FINESS only is accepted: keep that of the software certificate, or the one that the software sends with a CPx.',
      },
    },
  },
  dossier({ main }, report) {
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled) continue;
      for (const each of order.all('solde.finess').slice(1)) report(main.uri, each.range, 'several');
    }
  },
};
