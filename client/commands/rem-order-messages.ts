import type { Locale } from '../../words/locale';

/** What is said while a manifest is put in the order of the REM. */
const french = {
  sorting: 'Tri dans l’ordre du REM',
  noFile: 'Ouvrez d’abord le manifeste ou le fragment à trier.',
  ordered: 'Ce fichier est déjà dans l’ordre du REM.',
  sorted: 'Exigences, scénarios et preuves sont dans l’ordre du REM. Le fichier n’est pas encore enregistré.',
  undo: 'Annuler',
  notUndone: 'Le fichier a changé depuis : rien n’est annulé. Ctrl+Z revient en arrière pas à pas.',
  changed: 'Le fichier change sans cesse : rien n’a été trié. Recommencez.',
};

export const remOrderMessages: Readonly<Record<Locale, typeof french>> = {
  fr: french,
  en: {
    sorting: 'Sorting in the order of the REM',
    noFile: 'First open the manifest or fragment to sort.',
    ordered: 'This file is in the order of the REM already.',
    sorted: 'Requirements, scenarios and proofs are in the order of the REM. The file is not saved yet.',
    undo: 'Undo',
    notUndone: 'The file has changed since: nothing is undone. Ctrl+Z goes back step by step.',
    changed: 'The file keeps changing: nothing was sorted. Try again.',
  },
};
