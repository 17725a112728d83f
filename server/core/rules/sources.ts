import type { Sentence } from '../messages/language';

/** What several rules rest on. Nothing is cited here that was not read. */
export const sources = {
  format: { fr: 'Format du dossier de preuves, version 1.', en: 'Proof dossier format, version 1.' },
  rem: {
    fr: 'REM du dispositif : exigences, scénarios de conformité et preuves attendues.',
    en: 'REM of the dispositif: requirements, conformity scenarios and expected proofs.',
  },
  chapter: {
    fr: 'Procédure de référencement : un chapitre n’est examiné que s’il est complet et soumis.',
    en: 'Referencing procedure: a chapter is examined only when it is complete and submitted.',
  },
  notApplicable: {
    fr: 'FAQ des industriels de l’ANS : une exigence non applicable demande une déclaration justifiée, datée et signée.',
    en: 'ANS FAQ for vendors: a requirement that does not apply calls for a justified, dated and signed statement.',
  },
  yaml: { fr: 'YAML 1.2.', en: 'YAML 1.2.' },
} as const satisfies Record<string, Sentence>;
