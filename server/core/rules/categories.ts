import type { Sentence } from '../messages/say';

/** Name of each category of rules, by the first part of their ids. */
export const categories: Readonly<Record<string, Sentence>> = {
  administratif: { fr: 'Dossier administratif', en: 'Administrative file' },
  agrement: { fr: 'Agréments', en: 'Approvals' },
  chapitre: { fr: 'Chapitres', en: 'Chapters' },
  configuration: { fr: 'Configuration', en: 'Configuration' },
  dispositif: { fr: 'Dispositif et catalogue', en: 'Dispositif and catalogue' },
  donnees: { fr: 'Données de santé', en: 'Health data' },
  execution: { fr: 'Exécutions', en: 'Executions' },
  exigence: { fr: 'Exigences', en: 'Requirements' },
  financement: { fr: 'Commandes et financement', en: 'Orders and financing' },
  fragment: { fr: 'Fragments', en: 'Fragments' },
  identifiant: { fr: 'Identifiants', en: 'Identifiers' },
  instruction: { fr: 'Instruction', en: 'Instruction' },
  lien: { fr: 'Liens', en: 'Links' },
  manifeste: { fr: 'Forme du manifeste', en: 'Form of the manifest' },
  outil: { fr: 'Outil', en: 'Tool' },
  parcours: { fr: 'Parcours et échéances', en: 'Way and deadlines' },
  portabilite: { fr: 'Portabilité des données', en: 'Portability of data' },
  portefeuille: { fr: 'Portefeuille de dossiers', en: 'Portfolio of dossiers' },
  preuve: { fr: 'Preuves et pièces', en: 'Proofs and evidence' },
  profil: { fr: 'Profils', en: 'Profiles' },
  scenario: { fr: 'Scénarios', en: 'Scenarios' },
  secrets: { fr: 'Secrets', en: 'Secrets' },
  suivi: { fr: 'Suivi de l’équipe', en: 'The team’s follow-up' },
  yaml: { fr: 'Syntaxe YAML', en: 'YAML syntax' },
};
