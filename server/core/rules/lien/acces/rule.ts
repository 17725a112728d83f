import type { Rule } from '../../rule';
import { sources } from '../../sources';
import { proofTarget } from '../../target';

export const rule: Rule = {
  meta: {
    id: 'lien/acces',
    defaultSeverity: 'info',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le lien est ouvert à tous, ou fermé à l’instructeur.',
      en: 'The link is open to everyone, or closed to the examiner.',
    },
    why: {
      fr: 'Un rapport public montre vos messages de test à tous ; un rapport privé ne s’ouvre pas chez l’instructeur. L’outil n’ouvre aucun lien : il s’en tient à ce que dit « acces ».',
      en: 'A public report shows your test messages to everyone; a private one does not open at the examiner’s. The tool opens no link: it goes by what “acces” says.',
    },
    avoid: '- lien: https://…\n  acces: prive',
    prefer: '- lien: https://…   # partagé avec l’ANS : la clé « acces » est retirée',
    source: sources.format,
    messages: {
      public: {
        fr: 'Ce lien est public : vérifiez que tout le monde peut voir ce qu’il montre.',
        en: 'This link is public: check that everyone may see what it shows.',
      },
      private: {
        fr: 'Ce lien est privé : vérifiez que l’instructeur pourra l’ouvrir.',
        en: 'This link is private: check that the examiner will be able to open it.',
      },
    },
  },
  evidence({ link, access }, report, context) {
    if (!link || !access) return;
    const word = access.value.trim().toLowerCase();
    const target = { target: proofTarget(context.proof) };
    if (word === 'public') report(access.range, 'public', {}, target);
    else if (word === 'prive' || word === 'privé') report(access.range, 'private', {}, target);
  },
};
