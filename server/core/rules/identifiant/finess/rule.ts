import { finessFault } from '../../../identifiers/finess';
import { writtenOrders, type WrittenOrder } from '../../../parcours/orders';
import type { Located } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'identifiant/finess',
    // The key was read in no official text, and real numbers were only found to have it.
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: { fr: 'Un FINESS de commande semble faux.', en: 'A FINESS of an order seems wrong.' },
    why: {
      fr: 'Le FINESS désigne l’établissement que les contrôles a posteriori retrouveront : une faute de frappe fait rejeter la demande.',
      en: 'The FINESS names the establishment that later checks will find: a typing mistake gets the request rejected.',
    },
    avoid: 'commandes:\n  - finess: "750712185"',
    prefer: 'commandes:\n  - finess: "750712184"',
    source: {
      fr: 'Neuf caractères, clé de Luhn (2A et 2B comptant pour 21 et 22) : règle déduite de numéros publics, non confirmée par un texte officiel.',
      en: 'Nine characters, Luhn check (2A and 2B counting as 21 and 22): inferred from public numbers, not confirmed by an official text.',
    },
    messages: {
      form: {
        fr: '« {finess} » n’a pas la forme d’un FINESS : neuf chiffres sont attendus (2A ou 2B en tête pour la Corse), entre guillemets.',
        en: '“{finess}” does not look like a FINESS: nine digits are expected (2A or 2B in front for Corsica), between quotes.',
      },
      zeros: {
        fr: 'Un FINESS fait de zéros ne désigne aucun établissement : écrivez le vrai.',
        en: 'A FINESS of zeros names no establishment: write the real one.',
      },
      key: {
        fr: 'Le dernier chiffre du FINESS « {finess} » ne correspond pas aux autres : relisez-le, un chiffre est sans doute mal recopié.',
        en: 'The last digit of FINESS “{finess}” does not go with the others: read it again, one digit was probably miscopied.',
      },
    },
  },
  dossier({ main }, report) {
    for (const { value, range } of writtenOrders(main.parsed).flatMap(finessOf)) {
      const fault = finessFault(value);
      if (fault !== undefined) report(main.uri, range, fault, { finess: clip(value, 40) });
    }
  },
};

/** A site is told by its FINESS or its SIRET: what has nine characters is meant as a FINESS. */
function finessOf(order: WrittenOrder): Located<string>[] {
  const sites = order.all('sites').filter(({ value }) => value.length === 9);
  return [...order.all('finess'), ...order.all('solde.finess'), ...sites];
}
