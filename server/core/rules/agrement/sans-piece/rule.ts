import { shift } from '../../../text/offset-range';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'agrement/sans-piece',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'Une homologation CNDA n’a pas de justificatif.',
      en: 'A CNDA approval has no supporting document.',
    },
    why: {
      fr: 'Le statut se prouve : une copie d’écran de l’espace CNDA, avec le logiciel, le statut et la date de retour, est admise.',
      en: 'The status has to be proved: a screenshot of the CNDA space, with the software, the status and the return date, is accepted.',
    },
    avoid: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen }',
    prefer: 'agrements:\n  - { teleservice: DMP, statut: Pré-examen, piece: preuves/cnda/dmp.png }',
    source: sources.cnda,
    messages: {
      none: {
        fr: 'L’homologation {teleservice} n’a pas de justificatif : ajoutez « piece » (attestation ou copie d’écran de l’espace CNDA).',
        en: 'Approval {teleservice} has no supporting document: add “piece” (certificate or screenshot of the CNDA space).',
      },
    },
  },
  dossier({ main }, report) {
    for (const { base, facts } of main.parsed.approvals) {
      const { teleservice, evidence, exemption } = facts;
      // An approval without name is what manifeste/cle-manquante reports.
      if (!teleservice || exemption || (evidence && evidence.value.trim() !== '')) continue;
      report(main.uri, shift(teleservice.range, base), 'none', { teleservice: teleservice.value });
    }
  },
};
