import { rppsFault, rppsOfNationalId } from '../../../identifiers/rpps';
import { writtenOrders } from '../../../parcours/orders';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'identifiant/rpps',
    // The key comes from public code, not from an official text.
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Le RPPS d’un client semble faux.', en: 'The RPPS of a client seems wrong.' },
    why: {
      fr: 'Le RPPS désigne le professionnel qui a commandé : une faute de frappe en désigne un autre.',
      en: 'The RPPS names the professional who ordered: a typing mistake names another one.',
    },
    avoid: 'commandes:\n  - rpps: "99700218897"',
    prefer: 'commandes:\n  - rpps: "99700218896"',
    source: {
      fr: 'Onze chiffres, clé de Luhn : règle lue dans du code public, non confirmée par un texte officiel. L’identifiant national (8, puis le RPPS) est admis.',
      en: 'Eleven digits, Luhn check: read in public code, not confirmed by an official text. The national identifier (8, then the RPPS) is accepted.',
    },
    messages: {
      form: {
        fr: '« {rpps} » n’a pas la forme d’un RPPS : onze chiffres sont attendus, entre guillemets.',
        en: '“{rpps}” does not look like an RPPS: eleven digits are expected, between quotes.',
      },
      zeros: {
        fr: 'Un RPPS fait de zéros ne désigne personne : écrivez le vrai.',
        en: 'An RPPS of zeros names nobody: write the real one.',
      },
      key: {
        fr: 'Le dernier chiffre du RPPS « {rpps} » ne correspond pas aux autres : relisez-le, un chiffre est sans doute mal recopié.',
        en: 'The last digit of RPPS “{rpps}” does not go with the others: read it again, one digit was probably miscopied.',
      },
    },
  },
  dossier({ main }, report) {
    for (const { value, range } of writtenOrders(main.parsed).flatMap((order) => order.all('rpps'))) {
      const fault = rppsFault(rppsOfNationalId(value) ?? value);
      if (fault !== undefined) report(main.uri, range, fault, { rpps: clip(value, 40) });
    }
  },
};
