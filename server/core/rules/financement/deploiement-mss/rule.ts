import { writtenOrders } from '../../../parcours/orders';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/deploiement-mss',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une demande de solde MS1 ou MS2 ne dit pas le déploiement MSSanté.',
      en: 'An MS1 or MS2 balance request does not tell the MSSanté deployment.',
    },
    why: {
      fr: 'Depuis le 12/09/2024, l’ASP demande « Cas 1 » ou « Cas 2 », comme dans la VA.',
      en: 'Since 12/09/2024 ASP asks for “Cas 1” or “Cas 2”, as in the VA.',
    },
    avoid:
      'dossier: { dispositif: MS1-DUI-PA-PH-DOM-Va1 }\ncommandes:\n  - { client: EHPAD Exemple, signee_le: 2024-02-01, solde: {} }',
    prefer:
      'dossier: { dispositif: MS1-DUI-PA-PH-DOM-Va1 }\ncommandes:\n  - { client: EHPAD Exemple, signee_le: 2024-02-01, solde: { deploiement_mss: Cas 1 } }',
    source: { fr: 'Foire aux questions du portail de l’ASP.', en: 'FAQ of the ASP portal.' },
    messages: {
      missing: {
        fr: 'Indiquez deploiement_mss (« Cas 1 » ou « Cas 2 », comme dans la VA) : l’ASP le demande depuis le 12/09/2024.',
        en: 'Give deploiement_mss (“Cas 1” or “Cas 2”, as in the VA): ASP has asked for it since 12/09/2024.',
      },
    },
  },
  dossier({ main }, report, { today }) {
    if (!/^MS[12]-/.test(main.parsed.dossier?.facts.dispositif?.value ?? '')) return;
    for (const order of writtenOrders(main.parsed)) {
      const key = order.request('solde');
      if (!key || order.cancelled || order.get('solde.deploiement_mss')) continue;
      const filed = order.get('solde.deposee_le')?.value ?? today;
      // A request that ASP already settled is left alone; one that it sends back must tell.
      if (order.isSettled('solde')) continue;
      if (filed >= since || order.state('solde') === 'A modifier') report(main.uri, key, 'missing');
    }
  },
};

/** Day from which ASP asks for it. */
const since = '2024-09-12';
