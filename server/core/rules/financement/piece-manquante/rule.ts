import { flatMapKey } from '../../../manifest/flat-values';
import { missingDocuments, missingEnrolment } from '../../../parcours/expected-pieces';
import { writtenOrders, type RequestKind } from '../../../parcours/orders';
import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'financement/piece-manquante',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Il manque une pièce à une demande de financement ou à l’enrôlement.',
      en: 'A financing request or the enrolment lacks a document.',
    },
    why: { fr: 'L’ASP n’instruit pas une demande incomplète.', en: 'ASP does not examine an incomplete request.' },
    avoid: 'solde: { pieces: { facture: factures/exemple.pdf } }',
    prefer: 'solde: { pieces: { facture: factures/exemple.pdf, va: [va/exemple.pdf] } }',
    source: {
      fr: 'Pages et FAQ de l’ASP et de l’ANS. L’appel à financement du dispositif fait foi.',
      en: 'Pages and FAQ of ASP and ANS. The call for financing of the dispositif is the one that counts.',
    },
    messages: {
      request: {
        fr: 'Commande de {client}, demande {kindFr} : il manque {listFr}.',
        en: 'Order of {client}, {kindEn} request: {listEn} is missing.',
      },
      enrolment: { fr: 'Enrôlement à l’ASP : il manque {listFr}.', en: 'Enrolment with ASP: {listEn} is missing.' },
    },
  },
  dossier({ main }, report) {
    const dispositif = main.parsed.dossier?.facts.dispositif?.value;
    for (const order of writtenOrders(main.parsed)) {
      if (order.cancelled) continue;
      for (const kind of ['avance', 'solde'] as const) {
        const key = order.request(kind);
        if (!key || order.isSettled(kind)) continue;
        const missing = missingDocuments(order, kind, dispositif);
        if (missing.length === 0) continue;
        const list = (locale: 'fr' | 'en') => missing.map(({ label }) => label[locale]).join(', ');
        const args = { client: order.client?.value ?? '?', ...names[kind], listFr: list('fr'), listEn: list('en') };
        // What is only concluded is a hint.
        const severity = missing.some(({ sure }) => sure) ? {} : { severity: 'info' as const };
        report(main.uri, key, 'request', args, severity);
      }
    }
    const financing = main.parsed.financing;
    const enrolment = flatMapKey(financing?.facts.values, 'enrolement');
    const missing = enrolment ? missingEnrolment(main.parsed) : [];
    if (!enrolment || missing.length === 0) return;
    const list = (locale: 'fr' | 'en') => missing.map(({ libelle }) => libelle[locale]).join(', ');
    const args = { listFr: list('fr'), listEn: list('en') };
    report(main.uri, shift(enrolment.range, financing?.base ?? 0), 'enrolment', args);
  },
};

const names: Readonly<Record<RequestKind, { readonly kindFr: string; readonly kindEn: string }>> = {
  avance: { kindFr: 'd’avance', kindEn: 'advance' },
  solde: { kindFr: 'de solde', kindEn: 'balance' },
};
