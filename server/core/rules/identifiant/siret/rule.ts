import { replaceFix } from '../../../fixes/replace';
import { siretFault } from '../../../identifiers/siret';
import type { ParsedManifest } from '../../../manifest/parse-manifest';
import { writtenOrders } from '../../../parcours/orders';
import { shift, type Located } from '../../../text/offset-range';
import { isPlaceholder } from '../../../text/placeholder';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'identifiant/siret',
    defaultSeverity: 'error',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le SIRET de l’éditeur ou d’un client est faux.',
      en: 'The SIRET of the vendor or of a client is wrong.',
    },
    why: {
      fr: 'Le SIRET identifie l’éditeur dans la candidature, et le client dans les demandes de paiement : une faute de frappe les fait rejeter.',
      en: 'The SIRET identifies the vendor in the application, and the client in the payment requests: a typing mistake gets them rejected.',
    },
    avoid: 'siret: "73282932000075"',
    prefer: 'siret: "73282932000074"',
    source: {
      fr: 'INSEE : 14 chiffres, clé de Luhn sur les 14 et sur les 9 premiers (SIREN) ; règle propre à La Poste.',
      en: 'INSEE: 14 digits, Luhn check on the 14 and on the first 9 (SIREN); a rule of its own for La Poste.',
    },
    messages: {
      form: {
        fr: '« {siret} » n’est pas un SIRET : 14 chiffres sont attendus, sans espace, entre guillemets.',
        en: '“{siret}” is no SIRET: 14 digits are expected, without spaces, between quotes.',
      },
      zeros: {
        fr: 'Un SIRET fait de zéros n’identifie personne : écrivez le vrai.',
        en: 'A SIRET of zeros identifies nobody: write the real one.',
      },
      siren: {
        fr: 'Les 9 premiers chiffres de « {siret} » ne forment pas un SIREN (clé de contrôle fausse) : relisez-les.',
        en: 'The first 9 digits of “{siret}” make no SIREN (wrong check digit): read them again.',
      },
      key: {
        fr: 'La clé de contrôle du SIRET « {siret} » est fausse : un chiffre est mal recopié. Relisez-le.',
        en: 'The check digit of SIRET “{siret}” is wrong: one digit was miscopied. Read it again.',
      },
    },
  },
  dossier({ main }, report) {
    for (const { value, range } of writtenSirets(main.parsed)) {
      // What is still to be written is no wrong number: manifeste/identite-manquante asks for it.
      const fault = isPlaceholder(value) ? undefined : siretFault(value);
      if (fault === undefined) continue;
      const bare = value.replace(/[\s.]/gu, '');
      const more = siretFault(bare) === undefined ? { data: { bare } } : {};
      report(main.uri, range, fault, { siret: clip(value, 40) }, more);
    }
  },
  fixes(finding, dossier) {
    const bare = finding.data?.['bare'];
    return typeof bare === 'string' ? replaceFix(finding, dossier, bare, { preferred: true, safe: true }) : [];
  },
};

/** The vendor's, and those of clients. A site is told by its FINESS or its SIRET: what has 14 characters is meant as a SIRET. */
function writtenSirets(parsed: ParsedManifest): Located<string>[] {
  const { vendor } = parsed;
  const own = vendor?.facts.siret && [{ ...vendor.facts.siret, range: shift(vendor.facts.siret.range, vendor.base) }];
  const clients = writtenOrders(parsed).flatMap((order) => [
    ...order.all('siret'),
    ...order.all('sites').filter(({ value }) => value.length === 14),
  ]);
  return [...(own ?? []), ...clients];
}
