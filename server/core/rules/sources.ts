import type { Sentence } from '../messages/say';

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
  mssante: {
    fr: 'Référentiel socle MSSanté n° 2 (ECO.2.1), tel que le reprennent les tableurs publics de l’ANS.',
    en: 'MSSanté base referential no. 2 (ECO.2.1), as the public working tables of ANS have it.',
  },
  platforms: {
    fr: 'Tableurs publics de l’ANS et FAQ des industriels : plateformes d’essais libres, de vague 1 et de référencement, adresses de leurs pages.',
    en: 'Public working tables of ANS and FAQ for vendors: platforms for free tests, for wave 1 and for referencing, addresses of their pages.',
  },
  testCases: {
    fr: 'REM du dispositif : cas de test nommés par les preuves attendues.',
    en: 'REM of the dispositif: test cases that the expected proofs name.',
  },
  passi: {
    fr: 'FAQ des industriels de l’ANS : formulaire de test d’intrusion rempli par un organisme qualifié PASSI, PDF signé électroniquement, de moins d’un an au dépôt.',
    en: 'ANS FAQ for vendors: penetration-test form filled in by a PASSI-qualified body, electronically signed PDF, less than one year old when filed.',
  },
  cnda: {
    fr: 'FAQ des industriels de l’ANS : à chaque téléservice son homologation CNDA, au moins au Pré-examen (« En cours actif ») pour déposer, avec son justificatif.',
    en: 'ANS FAQ for vendors: each teleservice has its CNDA approval, at least at Pré-examen (“En cours actif”) to file, with its supporting document.',
  },
  content: {
    fr: 'Contenu du fichier, lu localement.',
    en: 'Content of the file, read locally.',
  },
  instruction: {
    fr: 'Feuille de route de l’ANS : instruction par chapitre, réponse conseillée sous 24 heures.',
    en: 'ANS roadmap: instruction by chapter, answer advised within 24 hours.',
  },
  yaml: { fr: 'YAML 1.2.', en: 'YAML 1.2.' },
} as const satisfies Record<string, Sentence>;
