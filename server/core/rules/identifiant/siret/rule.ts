import { replaceFix } from '../../../fixes/replace';
import { siretFault } from '../../../identifiers/siret';
import { shift } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'identifiant/siret',
    defaultSeverity: 'error',
    fixable: true,
    safelyFixable: true,
    since: '0.1.0',
    summary: { fr: 'Le SIRET de l’éditeur est faux.', en: 'The SIRET of the vendor is wrong.' },
    why: {
      fr: 'Le SIRET identifie l’éditeur dans la candidature et dans les demandes de paiement : une faute de frappe les fait rejeter.',
      en: 'The SIRET identifies the vendor in the application and in the payment requests: a typing mistake gets them rejected.',
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
        fr: 'Un SIRET fait de zéros n’identifie personne : écrivez celui de l’éditeur.',
        en: 'A SIRET of zeros identifies nobody: write that of the vendor.',
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
    const vendor = main.parsed.vendor;
    const written = vendor?.facts.siret;
    if (!vendor || !written) return;
    const fault = siretFault(written.value);
    if (fault === undefined) return;
    const bare = written.value.replace(/[\s.]/gu, '');
    const more = siretFault(bare) === undefined ? { data: { bare } } : {};
    report(main.uri, shift(written.range, vendor.base), fault, { siret: clip(written.value, 40) }, more);
  },
  fixes(finding, dossier) {
    const bare = finding.data?.['bare'];
    return typeof bare === 'string' ? replaceFix(finding, dossier, bare, { preferred: true, safe: true }) : [];
  },
};
