import { secretsRule } from '../secrets-rule';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'secrets/cle-privee',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce contient une clé privée.',
      en: 'The evidence holds a private key.',
    },
    why: {
      fr: 'Qui reçoit le dossier peut se faire passer pour le logiciel ou le serveur dont c’est la clé.',
      en: 'Whoever receives the dossier can pass for the software or server whose key it is.',
    },
    looked: {
      fr: 'Sont regardés les textes, les parties des archives et courriels, le base64, et les premiers octets des magasins de clés. Ne sont pas regardés : les images, les clés PGP binaires, ce que contient un magasin protégé ; le tableau complet est dans docs/inspection.md.',
      en: 'What is looked at: texts, parts of archives and mails, base64, and the first bytes of key stores. Not looked at: pictures, binary PGP keys, what a protected store holds; the whole table is in docs/inspection.md.',
    },
    avoid: '- fichier: preuves/mss/certificat.p12',
    prefer: '- fichier: preuves/mss/certificat.cer   # le certificat seul',
    source: {
      fr: `${sources.content.fr} Formes communes aux jeux de règles publics (gitleaks, trufflehog, detect-secrets). La valeur n’est ni gardée ni montrée.`,
      en: `${sources.content.en} Forms that public rule sets have in common (gitleaks, trufflehog, detect-secrets). The value is neither kept nor shown.`,
    },
    messages: {
      found: {
        fr: '« {path} » contient une clé privée : {seenFr}. Citez le certificat sans sa clé (« openssl pkcs12 -nokeys » pour un magasin de clés), et faites renouveler cette clé si le fichier a déjà circulé.',
        en: '“{path}” holds a private key: {seenEn}. Cite the certificate without its key (“openssl pkcs12 -nokeys” for a key store), and have the key renewed if the file was already sent.',
      },
    },
  },
  ...secretsRule(['privateKey', 'keyStore'], 'incomplete'),
};
