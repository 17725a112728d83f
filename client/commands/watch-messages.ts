import type { Locale } from '../../words/locale';

const french = {
  title: 'Veille',
  chooseDossier: 'Dossier de preuves dont revérifier les faits',
  choose: 'Fait à revérifier : Entrée ouvre sa source ou note la vérification',
  open: (label: string) => `Ouvrir : ${label}`,
  verified: 'Je l’ai relu à sa source…',
  value: 'Ce que vous y avez lu (une autre valeur contredit le fait au lieu de le vérifier)',
  by: 'Qui l’a relu',
  needed: 'À remplir',
  unknown: 'inconnu',
};

export type WatchMessages = typeof french;

const english: WatchMessages = {
  title: 'Facts to Check Again',
  chooseDossier: 'Proof dossier whose facts are to be checked again',
  choose: 'Fact to check again: Enter opens its source or notes the verification',
  open: (label) => `Open: ${label}`,
  verified: 'I read it at its source…',
  value: 'What you read there (another value contradicts the fact instead of verifying it)',
  by: 'Who read it',
  needed: 'To be filled in',
  unknown: 'unknown',
};

/** What *Veille* says. */
export const watchMessages: Readonly<Record<Locale, WatchMessages>> = { fr: french, en: english };
