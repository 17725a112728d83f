import { secretsRule } from '../secrets-rule';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'secrets/identifiants',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce montre un nom et son mot de passe, ou un secret d’application.',
      en: 'The evidence shows a name with its password, or an application secret.',
    },
    why: {
      fr: 'Ce qui est déposé est lu par d’autres : un mot de passe qui y figure n’en est plus un.',
      en: 'What is filed is read by others: a password in it is one no more.',
    },
    looked: {
      fr: 'Sont regardés les textes, pages, PDF et parties des archives et courriels : commandes, configuration, dialogues, en-têtes, adresses. Ne sont pas regardés : les images, une phrase qui dit un mot de passe, une colonne de tableau ; le tableau complet est dans docs/inspection.md.',
      en: 'What is looked at: texts, pages, PDF and parts of archives and mails: commands, configuration, dialogues, headers, addresses. Not looked at: pictures, a sentence that tells a password, a column of a table; the whole table is in docs/inspection.md.',
    },
    avoid: 'Authorization: Basic c3ZjOi4uLg==',
    prefer: 'Authorization: Basic ********',
    source: {
      fr: `${sources.content.fr} Formes communes aux jeux de règles publics (gitleaks, trufflehog, detect-secrets). La valeur n’est ni gardée ni montrée.`,
      en: `${sources.content.en} Forms that public rule sets have in common (gitleaks, trufflehog, detect-secrets). The value is neither kept nor shown.`,
    },
    messages: {
      found: {
        fr: '« {path} » montre des identifiants de connexion : {seenFr}. Masquez la valeur dans la pièce, sans toucher au reste, et changez-la si elle sert encore.',
        en: '“{path}” shows credentials: {seenEn}. Mask the value in the evidence, leaving the rest as it is, and change it if it is still in use.',
      },
    },
  },
  ...secretsRule(['credentials'], 'review'),
};
