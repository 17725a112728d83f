import { secretsRule } from '../secrets-rule';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'secrets/jeton',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce montre un jeton qui n’a pas expiré.',
      en: 'The evidence shows a token that is not over.',
    },
    why: {
      fr: 'Tant qu’il vaut, un jeton ouvre le service à qui le lit. Un jeton dont la date de fin est passée n’est pas signalé.',
      en: 'While it holds, a token opens the service to whoever reads it. One whose end is past is not reported.',
    },
    looked: {
      fr: 'Sont regardés les textes, pages, PDF et parties des archives et courriels : préfixes connus, en-têtes, cookies de session. Ne sont pas regardés : les images, un jeton que rien ne nomme, si la session est encore ouverte ; le tableau complet est dans docs/inspection.md.',
      en: 'What is looked at: texts, pages, PDF and parts of archives and mails: known prefixes, headers, session cookies. Not looked at: pictures, a token that nothing names, whether the session is still open; the whole table is in docs/inspection.md.',
    },
    avoid: 'Authorization: Bearer 8f2k…   # sans date de fin',
    prefer: 'Authorization: Bearer ********',
    source: {
      fr: `${sources.content.fr} Formes communes aux jeux de règles publics (gitleaks, trufflehog, detect-secrets). La valeur n’est ni gardée ni montrée.`,
      en: `${sources.content.en} Forms that public rule sets have in common (gitleaks, trufflehog, detect-secrets). The value is neither kept nor shown.`,
    },
    messages: {
      found: {
        fr: '« {path} » montre un jeton d’accès dont la fin n’est pas passée ou n’est pas connue : {seenFr}. Masquez-le dans la pièce, ou révoquez-le.',
        en: '“{path}” shows an access token whose end is not past or not known: {seenEn}. Mask it in the evidence, or revoke it.',
      },
    },
  },
  ...secretsRule(['token'], 'review'),
};
