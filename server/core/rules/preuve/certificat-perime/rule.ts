import { dayOf } from '../../../time/calendar-days';
import { filingDay } from '../../filing-day';
import { citedFile } from '../../cited-files';
import { asksFor } from '../../expected-type';
import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'preuve/certificat-perime',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Un certificat cité est expiré, ou le sera au dépôt.',
      en: 'A cited certificate has expired, or will have when filed.',
    },
    why: {
      fr: 'L’instructeur lit les dates : un certificat expiré n’est plus celui qu’utilise le logiciel.',
      en: 'The examiner reads the dates: an expired certificate is no longer the one that the software uses.',
    },
    looked: {
      fr: 'Sont lues les dates des certificats X.509 du fichier (PEM, DER). Ne sont pas regardés : la chaîne, la révocation, les magasins de clés protégés.',
      en: 'What is read: the dates of the X.509 certificates of the file (PEM, DER). Not looked at: the chain, revocation, protected key stores.',
    },
    avoid: '- fichier: preuves/mss/client.pem   # valable jusqu’au 2026-06-30',
    prefer: '- fichier: preuves/mss/client-2026.pem   # valable jusqu’au 2029-06-30',
    source: sources.content,
    messages: {
      expired: {
        fr: '« {path} » contient un certificat expiré depuis le {date} ({subject}) : citez celui qui est utilisé.',
        en: '“{path}” holds a certificate that expired on {date} ({subject}): cite the one in use.',
      },
      expires: {
        fr: '« {path} » contient un certificat qui expire le {date} ({subject}), avant le dépôt visé ({filing}) : renouvelez-le.',
        en: '“{path}” holds a certificate that expires on {date} ({subject}), before the planned filing ({filing}): renew it.',
      },
    },
  },
  evidence(item, report, context) {
    if (!asksFor('certificats', context.proof)) return;
    const file = citedFile(item, context);
    const { today } = context;
    const filing = filingDay(context);
    const late = filing > today ? filing : today;
    const [first] = (file?.inspection.certificates ?? [])
      .filter(({ validTo }) => dayOf(validTo) < late)
      .sort((a, b) => (a.validTo < b.validTo ? -1 : 1));
    if (!file || !first) return;
    const { value: path, range } = file.path;
    const args = { path, date: dayOf(first.validTo), subject: first.subject, filing };
    const more = { effect: 'review' as const, target: proofTarget(context.proof, path) };
    report(range, args.date < today ? 'expired' : 'expires', args, more);
  },
};
