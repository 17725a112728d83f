import type { Sentence } from '../messages/language';

/** Name of each category of rules, by the first part of their ids. */
export const categories: Readonly<Record<string, Sentence>> = {
  agrement: { fr: 'Agréments', en: 'Approvals' },
  configuration: { fr: 'Configuration', en: 'Configuration' },
  dispositif: { fr: 'Dispositif et catalogue', en: 'Dispositif and catalogue' },
  exigence: { fr: 'Exigences', en: 'Requirements' },
  fragment: { fr: 'Fragments', en: 'Fragments' },
  identifiant: { fr: 'Identifiants', en: 'Identifiers' },
  manifeste: { fr: 'Forme du manifeste', en: 'Form of the manifest' },
  outil: { fr: 'Outil', en: 'Tool' },
  preuve: { fr: 'Preuves et pièces', en: 'Proofs and evidence' },
  profil: { fr: 'Profils', en: 'Profiles' },
  scenario: { fr: 'Scénarios', en: 'Scenarios' },
  yaml: { fr: 'Syntaxe YAML', en: 'YAML syntax' },
};
