import { fill } from '../../words/say';

/** What *Mettre à jour vers le nouveau REM* says. */
const french = {
  title: 'Mettre à jour vers le nouveau REM',
  chooseDossier: 'Dossier de preuves à mettre à jour',
  chooseCatalogue: 'Nouveau catalogue (*.rem.yaml)',
  catalogueFilter: 'Catalogue REM',
  working: 'Comparaison des deux REM',
  nothing: 'Ce dossier suit déjà ce REM : rien à changer.',
  preview: (count: number) =>
    fill('Mise à jour vers le nouveau REM : {count, plural, one {# fichier} other {# fichiers}}', 'fr', { count }),
  diffTitle: (name: string) => `${name} : avant ↔ après la mise à jour`,
  question: (count: number) =>
    fill('Mettre à jour {count, plural, one {# fichier} other {# fichiers}} du dossier ?', 'fr', { count }),
  list: 'Voir la liste de ce qui change',
  leave: 'Ne rien changer',
  readPreview: 'Lisez l’aperçu, puis choisissez',
  otherFile: 'Autre fichier…',
  undoHint: 'Rien n’est encore écrit. Après coup, « Annuler » (Ctrl+Z) remet tout comme avant.',
  apply: 'Mettre à jour',
  applied: 'Dossier mis à jour. Enregistrez les fichiers ; « Annuler » remet tout comme avant.',
  saveAll: 'Tout enregistrer',
  changed: (name: string) => `${name} a changé pendant l’aperçu : rien n’a été modifié. Recommencez.`,
  notApplied: 'L’éditeur n’a pas pu appliquer la mise à jour : rien n’a été modifié.',
  failed: 'La mise à jour n’a pas été faite',
};

export type MigrateMessages = typeof french;

const english: MigrateMessages = {
  title: 'Update to the new REM',
  chooseDossier: 'Proof dossier to update',
  chooseCatalogue: 'New catalogue (*.rem.yaml)',
  catalogueFilter: 'REM catalogue',
  working: 'Comparing both REMs',
  nothing: 'This dossier follows that REM already: nothing to change.',
  preview: (count) => fill('Update to the new REM: {count, plural, one {# file} other {# files}}', 'en', { count }),
  diffTitle: (name) => `${name}: before ↔ after the update`,
  question: (count) => fill('Update {count, plural, one {# file} other {# files}} of the dossier?', 'en', { count }),
  list: 'Show the list of what changes',
  leave: 'Change nothing',
  readPreview: 'Read the preview, then choose',
  otherFile: 'Other file…',
  undoHint: 'Nothing is written yet. Afterwards, “Undo” (Ctrl+Z) puts everything back.',
  apply: 'Update',
  applied: 'Dossier updated. Save the files; “Undo” puts everything back.',
  saveAll: 'Save all',
  changed: (name) => `${name} changed during the preview: nothing was modified. Try again.`,
  notApplied: 'The editor could not apply the update: nothing was modified.',
  failed: 'The update was not made',
};

export const migrateMessages = { fr: french, en: english } as const;
