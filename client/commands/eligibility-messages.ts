import type { Locale } from '../../words/locale';

const french = {
  title: 'Formulaire d’éligibilité',
  chooseDossier: 'Dossier de preuves dont remplir le formulaire',
  choose: 'Entrée copie la valeur ; la liste reste ouverte',
  copied: (label: string) => `Copié : ${label}`,
  empty: '(vide)',
  emptyOptional: '(vide, facultatif)',
  ownList: 'Prendre la liste des champs de mon DSR (YAML)…',
  take: 'Prendre cette liste',
  filter: 'Liste de champs (YAML)',
};

export type EligibilityMessages = typeof french;

const english: EligibilityMessages = {
  title: 'Eligibility form',
  chooseDossier: 'Proof dossier whose form is to be filled in',
  choose: 'Enter copies the value; the list stays open',
  copied: (label) => `Copied: ${label}`,
  empty: '(empty)',
  emptyOptional: '(empty, optional)',
  ownList: 'Take the list of fields of my DSR (YAML)…',
  take: 'Take This List',
  filter: 'List of fields (YAML)',
};

/** What *Formulaire d’éligibilité* says. */
export const eligibilityMessages: Readonly<Record<Locale, EligibilityMessages>> = { fr: french, en: english };
