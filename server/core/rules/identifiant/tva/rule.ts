import { tvaFault } from '../../../identifiers/tva';
import { shift } from '../../../text/offset-range';
import { clip } from '../../clip';
import type { Rule } from '../../rule';

export const rule: Rule = {
  meta: {
    id: 'identifiant/tva',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Le numéro de TVA intracommunautaire de l’éditeur est faux, ou d’une autre entreprise que son SIRET.',
      en: 'The VAT number of the vendor is wrong, or of another company than its SIRET.',
    },
    why: {
      fr: 'Il figure sur la facture qui accompagne la demande de solde : s’il contredit le SIRET, la demande revient.',
      en: 'It stands on the invoice that goes with the balance request: if it contradicts the SIRET, the request comes back.',
    },
    avoid: 'editeur:\n  siret: "55208131766522"\n  tva_intracommunautaire: FR04552081317',
    prefer: 'editeur:\n  siret: "55208131766522"\n  tva_intracommunautaire: FR03552081317',
    source: {
      fr: 'FR, clé de deux chiffres ((12 + 3 × (SIREN mod 97)) mod 97), SIREN.',
      en: 'FR, key of two digits ((12 + 3 × (SIREN mod 97)) mod 97), SIREN.',
    },
    messages: {
      form: {
        fr: '« {number} » n’est pas un numéro de TVA français : FR, puis onze chiffres, sans espace.',
        en: '“{number}” is no French VAT number: FR, then eleven digits, without spaces.',
      },
      siren: {
        fr: 'Les neuf derniers chiffres de « {number} » ne forment pas un SIREN (clé de contrôle fausse) : relisez-les.',
        en: 'The last nine digits of “{number}” make no SIREN (wrong check digit): read them again.',
      },
      key: {
        fr: 'La clé du numéro de TVA « {number} » (les deux chiffres après FR) est fausse : relisez-la.',
        en: 'The key of VAT number “{number}” (the two digits after FR) is wrong: read it again.',
      },
      otherCompany: {
        fr: 'Le numéro de TVA « {number} » est celui d’une autre entreprise que le SIRET « {siret} » : corrigez l’un des deux.',
        en: 'VAT number “{number}” is of another company than SIRET “{siret}”: correct one of them.',
      },
    },
  },
  dossier({ main }, report) {
    const vendor = main.parsed.vendor;
    const written = vendor?.facts.vatNumber;
    if (!vendor || !written || written.value === '') return;
    const range = shift(written.range, vendor.base);
    const number = clip(written.value, 40);
    const fault = tvaFault(written.value);
    const siret = vendor.facts.siret?.value ?? '';
    if (fault !== undefined) report(main.uri, range, fault, { number });
    // A SIRET that is none has a finding of its own.
    else if (/^\d{14}$/.test(siret) && !siret.startsWith(written.value.slice(4)))
      report(main.uri, range, 'otherCompany', { number, siret }, { severity: 'warning' });
  },
};
